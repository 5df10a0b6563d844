import { useState, type ReactElement } from 'react';
import type { DefectRow, StageReadiness } from '../../../../../src/contracts/readiness';
import { IssueLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';

const firstShown = 8;

interface Props {
  readonly unblock: NonNullable<StageReadiness['unblock']>;
  readonly defects: readonly DefectRow[];
}

/** The smallest set of closures that opens the gate: what each is, so that nobody has to open it to know. */
export function NextAction({ unblock, defects }: Props): ReactElement {
  const [all, setAll] = useState(false);
  // In the order of the defects, worst first.
  const named = defects.filter(({ id }) => unblock.defectIds.includes(id));
  const shown = all ? named : named.slice(0, firstShown);
  return (
    <div className="next-action">
      <p>
        <strong>{unblock.sentence}</strong>
      </p>
      <ul className="to-close-list" aria-label="Defects to close or re-plan">
        {shown.map(({ id, key, severity, summary }) => (
          <li key={id} className="to-close">
            <IssueLink issueKey={key} />
            <span className="to-close-what">
              <SeverityMark severity={severity} short />
              <span className="to-close-summary" title={summary}>
                {summary}
              </span>
            </span>
          </li>
        ))}
        {named.length > shown.length && (
          <li>
            <button type="button" className="link-button" onClick={() => setAll(true)}>
              and {named.length - shown.length} more
            </button>
          </li>
        )}
        {unblock.hidden > 0 && <li className="subtle">and {unblock.hidden} you may not see</li>}
      </ul>
      {!unblock.smallest && <p className="subtle small">A smaller set may exist; there were too many ways to try them all.</p>}
    </div>
  );
}
