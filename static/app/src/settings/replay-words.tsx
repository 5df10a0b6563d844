import type { ReactElement } from 'react';
import { IssueLink } from '../shared/jira-link';
import { usePage } from '../shared/page-context';
import { useSettingsReplay, type Replayed, type Replaying } from './use-replay';
import type { SettingsEditor } from './use-settings';

/** What the draft of all settings would have made of decisions of the past. */
export function SettingsReplay({ editor }: { editor: SettingsEditor }): ReactElement | null {
  return <ReplayWords replayed={useSettingsReplay(editor)} />;
}

/** What changed gates would have made of decisions of the past. */
export function ReplayWords({ replayed }: { replayed: Replaying }): ReactElement | null {
  if (replayed === 'none') return null;
  if (replayed === null) return <p className="subtle">Replaying the decisions of the last 90 days…</p>;
  if (replayed.kind !== 'replayed')
    return <p className="subtle">The decisions of the last 90 days cannot be replayed now: {replayed.message}</p>;
  const { sentence, notes, flips, held, opened } = replayed;
  return (
    <>
      <p data-replay="">{sentence}</p>
      {notes.length > 0 && <p className="subtle">{notes.join(' ')}</p>}
      {flips.length > 0 && (
        <details className="preview-changes">
          <summary>
            {held + opened === 1 ? 'The decision' : 'The decisions'} that would have gone the other way
            {flips.length < held + opened && ` (the newest ${flips.length})`}
          </summary>
          <ul>
            {flips.map((flip) => (
              <FlipRow key={`${flip.projectId} ${flip.seq}`} flip={flip} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function FlipRow({ flip }: { flip: Replayed['flips'][number] }): ReactElement {
  const { format } = usePage();
  const { projectKey, version, stage, at, from, to, because, keys, others } = flip;
  return (
    <li>
      <strong>
        {projectKey} {version}, {stage}
      </strong>
      , <time dateTime={at}>{format.moment(at)}</time>: {from} → {to}. {because.charAt(0).toUpperCase() + because.slice(1)}.
      {keys.length > 0 && (
        <span className="flip-keys">
          {' '}
          {keys.map((key) => (
            <IssueLink key={key} issueKey={key} />
          ))}
        </span>
      )}
      {others > 0 && (
        <span className="subtle">
          {' '}
          {keys.length > 0 ? 'and ' : ''}
          {others === 1 ? '1 issue' : `${others} issues`} {keys.length > 0 ? 'more' : 'that you may not see'}
        </span>
      )}
    </li>
  );
}
