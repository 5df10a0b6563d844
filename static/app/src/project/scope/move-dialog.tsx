import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { mostMovedFromScope, mostReasonCharacters, type MoveScopeView, type ScopeView } from '../../../../../src/contracts/scope';
import { call } from '../../bridge/call';
import { FormField } from '../../deferral/form-field';
import { IssueLink } from '../../shared/jira-link';
import { ModalDialog } from '../../shared/modal-dialog';
import { ShowMore } from '../show-more';
import { counted, movedWords } from './scope-words';
import '../../deferral/deferral.css';

interface Props {
  readonly view: ScopeView;
  readonly version: NonNullable<ScopeView['version']>;
  readonly ids: readonly string[];
  /** @param isChanged whether something may have moved */
  readonly onClose: (isChanged: boolean) => void;
}

type Results = Extract<MoveScopeView, { kind: 'done' }>['results'];
interface Outcome {
  readonly target: string;
  readonly results: Results;
  /** Why the rest was not tried; null where all was. */
  readonly stopped: string | null;
}

/** Takes issues out of a release into another one, with a reason that the ledger keeps. */
export function MoveDialog({ view, version, ids, onClose }: Props): ReactElement {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const rows = view.rows.filter(({ id }) => ids.includes(id));
  const [only] = rows;
  const title = `Move ${rows.length === 1 && only !== undefined ? only.key : counted(rows.length)} out of ${version.name}`;
  return (
    <ModalDialog title={title} onLeave={() => onClose(outcome !== null)}>
      {outcome === null ? (
        <MoveForm view={view} version={version} rows={rows} onDone={setOutcome} onCancel={() => onClose(false)} />
      ) : (
        <Done outcome={outcome} close={() => onClose(true)} />
      )}
    </ModalDialog>
  );
}

interface FormProps {
  readonly view: ScopeView;
  readonly version: NonNullable<ScopeView['version']>;
  readonly rows: ScopeView['rows'];
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

function MoveForm({ view, version, rows, onDone, onCancel }: FormProps): ReactElement {
  const { targets, project } = view;
  const [targetId, setTargetId] = useState(targets[0]?.id ?? '');
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<string>();
  const [moved, setMoved] = useState<number | null>(null);
  // One wish, however often it is sent.
  const [requestId] = useState(() => crypto.randomUUID());
  const target = targets.find(({ id }) => id === targetId);
  const send = async (to: { id: string; name: string }): Promise<void> => {
    const all: Results = [];
    for (let start = 0; start < rows.length; start += mostMovedFromScope) {
      setMoved(start);
      const issueIds = rows.slice(start, start + mostMovedFromScope).map(({ id }) => id);
      const answer = await call('moveScope', {
        ...{ projectId: project.id, versionId: version.id, toVersionId: to.id, issueIds, because: because.trim(), requestId },
      });
      if (answer.kind === 'ok' && answer.view.kind === 'done') {
        all.push(...answer.view.results);
        continue;
      }
      const said = answer.kind === 'ok' && answer.view.kind === 'invalid' ? answer.view.problem : messageOf(answer);
      if (all.length > 0) return onDone({ target: to.name, results: all, stopped: said });
      setMoved(null);
      return setProblem(said);
    }
    onDone({ target: to.name, results: all, stopped: null });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (target === undefined || moved !== null) return;
    if (because.trim() === '') return setProblem('Say why: the reason stands in the ledger with each issue.');
    setProblem(undefined);
    void send(target);
  };
  return (
    <form className="defer-form" onSubmit={submit}>
      <ShowMore rows={rows} first={5} what="issues">
        {(shown) => (
          <ul className="move-issues" aria-label="What moves">
            {shown.map(({ id, key, summary }) => (
              <li key={id}>
                <IssueLink issueKey={key} /> {summary}
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
      <FormField label="To which release?" problem={undefined}>
        {(attributes) => (
          <select {...attributes} className="select" value={targetId} onChange={(event) => setTargetId(event.target.value)}>
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        label="Why?"
        problem={problem}
        hint="What makes the release go without it, and what happens to those who wait for it. It stands in the ledger."
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input textarea"
            rows={3}
            maxLength={mostReasonCharacters}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </FormField>
      <div className="actions">
        <Button type="submit" appearance="primary" isLoading={moved !== null}>
          Move
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
        {moved !== null && rows.length > mostMovedFromScope && (
          <span className="subtle" role="status">
            {moved} of {rows.length} done
          </span>
        )}
      </div>
    </form>
  );
}

function messageOf(answer: { readonly kind: string; readonly message?: string }): string {
  return answer.message ?? 'Try again in a minute.';
}

function Done({ outcome: { target, results, stopped }, close }: { outcome: Outcome; close: () => void }): ReactElement {
  const stay = results.filter(({ problem }) => problem !== null);
  const said = useRef<HTMLParagraphElement>(null);
  // What had the focus is gone with the form.
  useEffect(() => said.current?.focus(), []);
  return (
    <div className="stack stack-tight">
      <p ref={said} tabIndex={-1} role="status">
        {movedWords(results, target)}
      </p>
      {stay.length > 0 && (
        <ul>
          {stay.map(({ issueId, key, problem }) => (
            <li key={issueId}>
              {key ?? 'One of them'}: {problem}
            </li>
          ))}
        </ul>
      )}
      {stopped !== null && <p className="problem">The rest was not moved: {stopped}</p>}
      <div className="actions">
        <Button onClick={close}>Close</Button>
      </div>
    </div>
  );
}
