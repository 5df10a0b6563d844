import type { ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-session';
import { IssueLink } from '../../shared/jira-link';
import { ShowMore } from '../show-more';
import { minutesOf } from './minutes-lines';
import '../row-list.css';

/** What a session says of each defect: the decision with its note, or that it was left open, and the middle of the ratings. */
export function Minutes({ session }: { session: TriageSession }): ReactElement | null {
  const lines = minutesOf(session);
  if (lines.length === 0) return null;
  return (
    <ShowMore rows={lines} first={10} what="defects">
      {(shown) => (
        <ul className="minutes" aria-label="Minutes">
          {shown.map(({ row, decision, ratings }) => (
            <li key={row.defectId} data-left={decision === null}>
              <IssueLink issueKey={row.key} />
              <div className="cell-lines">
                <span>
                  Triage, {session.title}: <strong>{decision?.sentence ?? 'Left open.'}</strong>
                </span>
                {decision !== null && decision.note !== '' && decision.kind !== 'need-information' && (
                  <span>{decision.note}</span>
                )}
                {ratings !== '' && <span className="subtle small">{ratings}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </ShowMore>
  );
}
