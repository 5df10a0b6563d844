import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ForecastView } from '../../../../../src/contracts/forecast';
import { call } from '../../bridge/call';
import { usePage } from '../../shared/page-context';
import { frozenWords } from './frozen-words';

interface Props {
  readonly view: ForecastView;
  readonly version: NonNullable<ForecastView['version']>;
  readonly reload: () => Promise<void>;
}

/** When the release freezes; who administers Jira sets it here. */
export function FreezeForm({ view, version, reload }: Props): ReactElement {
  const { freeze, frozen, mayEdit, project } = view;
  const { format } = usePage();
  const [isOpen, setOpen] = useState(false);
  const close = async (): Promise<void> => {
    await reload();
    setOpen(false);
  };
  if (isOpen)
    return (
      <Editor projectId={project.id} versionId={version.id} freeze={freeze} onDone={close} onCancel={() => setOpen(false)} />
    );
  return (
    <p className="freeze">
      <span>
        {frozen.map((time) => (
          <span key={time.since}>
            {frozenWords(time, (at) => format.clock(at, Date.parse(view.now)))}
            <br />
          </span>
        ))}
        {freeze === null
          ? 'No freeze date is set.'
          : `${frozen.length === 0 ? 'Freeze on' : 'Planned day of the freeze:'} ${format.date(freeze.day)}.`}
        {freeze !== null && freeze.note !== '' && ` ${freeze.note}`}
      </span>
      {mayEdit ? (
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
          {freeze === null ? 'Set the freeze date' : 'Change it'}
        </Button>
      ) : (
        freeze === null && <span className="subtle">Who administers Jira can set one.</span>
      )}
    </p>
  );
}

interface EditorProps {
  readonly projectId: string;
  readonly versionId: string;
  readonly freeze: ForecastView['freeze'];
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

function Editor({ projectId, versionId, freeze, onDone, onCancel }: EditorProps): ReactElement {
  const [day, setDay] = useState(freeze?.day ?? '');
  const [note, setNote] = useState(freeze?.note ?? '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (chosen: string | null): Promise<void> => {
    if (chosen === '') return setProblem('Choose a day.');
    setBusy(true);
    const answer = await call('setFreeze', { projectId, versionId, day: chosen, note: chosen === null ? '' : note.trim() });
    if (answer.kind !== 'ok') setProblem(answer.message);
    else if (answer.view.kind === 'invalid') setProblem(answer.view.problem);
    else await onDone();
    setBusy(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(day);
  };
  return (
    <form className="freeze" onSubmit={submit}>
      <label className="inline">
        <span>Freeze on</span>
        <input
          type="date"
          className="input"
          value={day}
          aria-invalid={problem !== ''}
          aria-describedby={problem === '' ? undefined : 'freeze-problem'}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <label className="inline">
        <span>Note</span>
        <input className="input" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Button type="submit" appearance="primary" spacing="compact" isDisabled={busy}>
        Save
      </Button>
      {freeze !== null && (
        <Button appearance="subtle" spacing="compact" isDisabled={busy} onClick={() => void save(null)}>
          Take it away
        </Button>
      )}
      <Button appearance="subtle" spacing="compact" onClick={onCancel}>
        Cancel
      </Button>
      {problem !== '' && (
        <span id="freeze-problem" className="problem small" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}
