import type { ReactElement } from 'react';
import type { DeferralRow } from '../../../../../src/contracts/deferrals';
import { DeferralActions } from '../../deferral/deferral-actions';
import { DeferralHistory, DeferralPeople, DeferralReason, DeferralTerms } from '../../deferral/deferral-facts';
import { DeferralStateMark } from '../../deferral/deferral-state';
import { repeatWords, listed } from '../../deferral/deferral-words';
import { IssueLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';

interface Props {
  readonly projectId: string;
  readonly row: DeferralRow;
  readonly names: ReadonlyMap<string, string>;
  readonly picked: boolean;
  /** Null where it cannot be approved together with others. */
  readonly onPick: (() => void) | null;
  readonly onDone: (sentence: string) => void;
}

/** One deferral of the register: its defect, its terms, its reason, and what the viewer may do about it. */
export function DeferralItem({ projectId, row, names, picked, onPick, onDone }: Props): ReactElement {
  const { id, defect, k, score, from, state } = row;
  return (
    <li className="register-row" data-deferral={defect.key} data-for-viewer={row.waitsForViewer}>
      <div className="register-defect">
        <span className="asked-line">
          {onPick !== null && (
            <input type="checkbox" aria-label={`Choose the deferral of ${defect.key}`} checked={picked} onChange={onPick} />
          )}
          <IssueLink issueKey={defect.key} />
          <SeverityMark severity={defect.severity} short />
          {score !== null && <span className="subtle">Score {Math.round(score)}</span>}
        </span>
        <span className="register-summary">{defect.summary}</span>
        <span className="subtle small">
          {defect.status}
          {from.length > 0 && `, planned for ${listed(from.map(({ name }) => name))}`}
        </span>
      </div>
      <div className="register-what">
        <span className="asked-line">
          <DeferralStateMark state={state} />
          <DeferralTerms row={row} />
        </span>
        <DeferralReason row={row} />
        <DeferralPeople row={row} names={names} />
        {k > 1 && <p className="subtle small">{repeatWords(row)}.</p>}
        {row.events.length > 1 && (
          <details className="small">
            <summary>What happened to it</summary>
            <DeferralHistory row={row} names={names} />
          </details>
        )}
      </div>
      <div className="register-actions">
        <DeferralActions key={`${id} ${state}`} row={row} projectId={projectId} onDone={onDone} />
      </div>
    </li>
  );
}
