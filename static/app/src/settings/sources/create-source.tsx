import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { SourceSecretView, SourceView } from '../../../../../src/contracts/sources';
import { call, type Problem } from '../../bridge/call';
import { ProblemNotice } from '../../shared/problem-notice';
import { SecretOnce } from './secret-once';
import { kindNames, type SourcesView } from './source-words';

type Made = Extract<SourceSecretView, { kind: 'made' }>;
interface Wanted {
  readonly name: string;
  readonly kind: SourceView['kind'];
  readonly projectId: string | null;
}
interface Props {
  readonly projects: SourcesView['projects'];
  readonly reload: () => Promise<void>;
}

/** Connects a pipeline, and shows its secret once. */
export function CreateSource({ projects, reload }: Props): ReactElement {
  const [step, setStep] = useState<'closed' | 'form' | { readonly made: Made; readonly wanted: Wanted }>('closed');
  const [wasOpen, setWasOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === 'closed' && wasOpen) opener.current?.focus();
  }, [step, wasOpen]);
  if (step === 'closed') {
    const open = (): void => {
      setWasOpen(true);
      setStep('form');
    };
    return (
      <Button ref={opener} iconBefore={AddIcon} onClick={open}>
        Connect a pipeline
      </Button>
    );
  }
  const close = (): void => setStep('closed');
  if (step === 'form')
    return <Form projects={projects} reload={reload} onMade={(made, wanted) => setStep({ made, wanted })} onCancel={close} />;
  return <SecretOnce name={step.wanted.name} kind={step.wanted.kind} made={step.made} onDone={close} />;
}

interface FormProps extends Props {
  readonly onMade: (made: Made, wanted: Wanted) => void;
  readonly onCancel: () => void;
}

const kinds = ['holdpoint', 'github', 'gitlab'] as const;
const anyProject = '';

function Form({ projects, reload, onMade, onCancel }: FormProps): ReactElement {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SourceView['kind']>('holdpoint');
  const [project, setProject] = useState(anyProject);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => nameField.current?.focus(), []);
  // Webhooks of GitHub and GitLab name no project of Jira.
  const chosen = kind !== 'holdpoint' && project === anyProject ? (projects[0]?.id ?? anyProject) : project;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return nameField.current?.focus();
    const wanted = { name: name.trim(), kind, projectId: chosen === anyProject ? null : chosen };
    setBusy(true);
    setProblem(null);
    const answer = await call('createSource', wanted);
    setBusy(false);
    if (answer.kind !== 'ok') setProblem(answer);
    else if (answer.view.kind === 'refused')
      setProblem({ kind: 'refused', title: 'Not connected', message: answer.view.because });
    else onMade(answer.view, wanted);
    // Where no answer came it may have been made all the same.
    await reload();
  };
  return (
    <form className="source-form" aria-label="Connect a pipeline" onSubmit={(event) => void submit(event)}>
      <label>
        Name
        <input
          ref={nameField}
          className="input"
          placeholder="e.g. Nightly tests"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label>
        What sends
        <select
          className="select"
          value={kind}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? kind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindNames[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Project that it may speak of
        <select className="select" value={chosen} onChange={(event) => setProject(event.target.value)}>
          {kind === 'holdpoint' && <option value={anyProject}>Any project</option>}
          {projects.map(({ id, key, name: projectName }) => (
            <option key={id} value={id}>
              {projectName} ({key})
            </option>
          ))}
        </select>
      </label>
      {problem !== null && (
        <div role="alert">
          <ProblemNotice problem={problem} retry={() => setProblem(null)} />
        </div>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" isLoading={busy}>
          Connect
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
