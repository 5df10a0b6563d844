import { useState, type ReactElement } from 'react';
import type { DefectRow, StageReadiness } from '../../../../../src/contracts/readiness';
import { IssueLink } from '../../shared/jira-link';

const firstKeys = 8;

interface Props {
  readonly unblock: NonNullable<StageReadiness['unblock']>;
  readonly defects: readonly DefectRow[];
}

/** The smallest set of closures that opens the gate, by key. */
export function NextAction({ unblock, defects }: Props): ReactElement {
  const [all, setAll] = useState(false);
  const keys = unblock.defectIds.flatMap((id) => defects.find((defect) => defect.id === id)?.key ?? []);
  const shown = all ? keys : keys.slice(0, firstKeys);
  return (
    <div className="next-action">
      <p>
        <strong>{unblock.sentence}</strong>
      </p>
      <ul className="keys" aria-label="Defects to close or re-plan">
        {shown.map((key) => (
          <li key={key}>
            <IssueLink issueKey={key} />
          </li>
        ))}
        {keys.length > shown.length && (
          <li>
            <button type="button" className="link-button" onClick={() => setAll(true)}>
              and {keys.length - shown.length} more
            </button>
          </li>
        )}
        {unblock.hidden > 0 && <li className="subtle">and {unblock.hidden} you may not see</li>}
      </ul>
      {!unblock.smallest && <p className="subtle small">A smaller set may exist; there were too many ways to try them all.</p>}
    </div>
  );
}
