import type { ReactElement } from 'react';
import type { TriageItem, TriageSession } from '../../../../../src/contracts/triage-session';
import { SeverityMark } from '../../shared/severity-mark';
import { Fold } from '../../settings/fold';

interface Props {
  readonly session: TriageSession;
  /** Makes it the one that everybody looks at; null where that cannot be asked now. */
  readonly onChoose: ((defectId: string) => void) | null;
}

/** Every defect of the session in its order; what people disagreed on first, what is decided last. */
export function BoardList({ session, onChoose }: Props): ReactElement {
  return (
    <Fold level={2} title="All defects of this session" summary={`${session.left} left, ${session.decided} decided`} problems={0}>
      <ol className="board-list">
        {session.items.map((item) => (
          <li key={item.row.defectId} aria-current={item.row.defectId === session.currentId ? 'true' : undefined}>
            <SeverityMark severity={item.row.severity} short />
            {onChoose === null ? (
              <span>
                {item.row.key} {item.row.summary}
              </span>
            ) : (
              <button type="button" className="link-button" onClick={() => onChoose(item.row.defectId)}>
                {item.row.key} {item.row.summary}
              </button>
            )}
            <span className="subtle small">{stateWords(item)}</span>
          </li>
        ))}
      </ol>
    </Fold>
  );
}

function stateWords({ state, row, revealed, skipped }: TriageItem): string {
  if (state === 'decided') return row.decision?.sentence ?? 'Decided';
  if (revealed !== null && (revealed.disagreement.risk || revealed.disagreement.impact)) return 'To talk about';
  if (state === 'revealed') return 'Rated';
  return skipped > 0 ? 'Skipped' : '';
}
