import Button from '@atlaskit/button/new';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { OriginView } from '../../../../src/contracts/origin';
import { call, type Problem } from '../bridge/call';
import { useNames } from '../project/decisions/use-names';
import { useFollowed } from '../project/use-followed';
import { RelativeTime } from '../shared/moment';
import { OriginForm, type OriginWord } from './origin-form';
import { useSaved } from './use-saved';
import './origin.css';

/** Which change or release brought the defect in, what facts suggest, and which releases have it by that. */
export function OriginPart({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('origin', { issueId }), [issueId]);
  const { view } = useFollowed(read, revision);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setSaved] = useSaved(view);
  const names = useNames(shown?.origin?.by == null ? [] : [shown.origin.by]);
  if (shown === null || (shown.origin === null && !shown.mayEdit)) return null;

  const act = async (asked: Promise<Awaited<ReturnType<typeof read>>>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await asked;
    setBusy(false);
    if (answer.kind === 'ok') setSaved(answer.view);
    else setProblem(answer);
  };
  const close = (): void => {
    setEditing(false);
    // The button is there again after the next render.
    setTimeout(() => button.current?.focus());
  };
  const save = (word: OriginWord): void => {
    close();
    void act(call('setOrigin', { issueId, ...word }));
  };
  const { origin, mayEdit } = shown;
  return (
    <section className="panel-release" data-panel="origin" aria-labelledby="origin-heading" aria-busy={busy}>
      <h2 id="origin-heading">Brought in by</h2>
      <p>
        {origin === null ? <span className="subtle">Nobody has said it yet.</span> : <strong>{origin.words}</strong>}{' '}
        {mayEdit && !editing && (
          <button ref={button} type="button" className="link-button" disabled={busy} onClick={() => setEditing(true)}>
            {origin === null ? 'Say it' : 'Change'}
            <span className="unseen"> what brought the defect in</span>
          </button>
        )}
      </p>
      {origin !== null && (
        <p className="subtle small">
          Said by {origin.by === null ? 'a person whose data was erased' : (names.get(origin.by) ?? 'somebody')}{' '}
          <RelativeTime at={origin.setAt} />.
        </p>
      )}
      {problem !== null && (
        <p className="problem small" role="alert">
          Not saved. {problem.message}
        </p>
      )}
      {editing && <OriginForm view={shown} onSave={save} onCancel={close} />}
      {mayEdit && !editing && <Suggestions view={shown} busy={busy} onTake={save} />}
      <Affected view={shown} busy={busy} onSet={() => void act(call('setAffected', { issueId }))} />
    </section>
  );
}

interface SuggestionProps {
  readonly view: OriginView;
  readonly busy: boolean;
  readonly onTake: (word: OriginWord) => void;
}

function Suggestions({ view: { origin, suggestions }, busy, onTake }: SuggestionProps): ReactElement | null {
  if (origin !== null || suggestions.length === 0) return null;
  return (
    <ul className="origin-suggestions small" aria-label="What speaks for what">
      {suggestions.map(({ change, version, words, why }) => (
        <li key={words}>
          {why}{' '}
          <button
            type="button"
            className="link-button"
            disabled={busy}
            onClick={() =>
              onTake({
                versionId: version?.id ?? null,
                change:
                  change === null
                    ? null
                    : change.kind === 'issue'
                      ? { kind: 'issue', issueId: change.value }
                      : { kind: 'typed', text: change.value },
              })
            }
          >
            It was {words}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface AffectedProps {
  readonly view: OriginView;
  readonly busy: boolean;
  readonly onSet: () => void;
}

function Affected({ view: { affected, mayEdit }, busy, onSet }: AffectedProps): ReactElement | null {
  if (affected.length === 0) return null;
  const missing = affected.filter(({ named }) => !named);
  return (
    <>
      <p className="small">
        By that it is in {affected.map(({ name }) => name).join(', ')}
        {missing.length === 0 ? ', as Jira says.' : '.'}
      </p>
      {mayEdit && missing.length > 0 && (
        <span className="actions">
          <Button spacing="compact" isDisabled={busy} onClick={onSet}>
            {`Add ${missing.map(({ name }) => name).join(', ')} to the affected versions`}
          </Button>
        </span>
      )}
    </>
  );
}
