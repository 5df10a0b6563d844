import type { ReactElement } from 'react';
import type { ConditionView } from '../../../../../src/contracts/readiness';
import { IssueLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';
import { ShowMore } from '../show-more';

const first = 5;

/** Done defects behind a condition: fixes that are not verified, or that would come back. */
export function DoneDefects({ done }: { done: NonNullable<ConditionView['done']> }): ReactElement {
  return (
    <>
      <ShowMore rows={done.defects} first={first} what="defects">
        {(rows) => (
          <ul className="condition-defects" aria-label="Done defects behind it">
            {rows.map(({ id, key, summary, severity }) => (
              <li key={id}>
                <IssueLink issueKey={key} />
                <span className="condition-defect-summary">{summary}</span>
                <span className="subtle">
                  <SeverityMark severity={severity} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
      {done.more > 0 && <p className="subtle small">and {done.more.toLocaleString('en')} more.</p>}
    </>
  );
}
