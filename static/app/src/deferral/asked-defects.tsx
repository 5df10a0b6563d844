import type { ReactElement } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { SeverityMark } from '../shared/severity-mark';
import { AskedList } from './asked-list';
import { counted, repeatWords } from './deferral-words';

interface Props {
  readonly options: DeferralOptionsView;
  /** Those that are asked for. */
  readonly issueIds: readonly string[];
}

const fewest = 4;

/** The defects that the request is about, and those that it cannot be about, with the reason. */
export function AskedDefects({ options: { defects, hidden }, issueIds }: Props): ReactElement {
  const asked = defects.filter(({ id }) => issueIds.includes(id));
  const unable = defects.filter(({ refusal }) => refusal !== null);
  const list = (
    <AskedList label="Defects that are asked for" count={asked.length}>
      {asked.map((defect) => (
        <li key={defect.id}>
          <span className="asked-line">
            {defects.length > 1 && <strong className="issue-key">{defect.key}</strong>}
            <SeverityMark severity={defect.severity} />
          </span>
          <span>{defect.summary}</span>
          {defect.k > 1 && <span className="subtle small">{repeatWords({ k: defect.k, state: 'requested' })}.</span>}
        </li>
      ))}
    </AskedList>
  );
  const leftOut = (
    <AskedList label="Defects that cannot be deferred now" count={unable.length}>
      {unable.map(({ id, key, refusal }) => (
        <li key={id}>
          <span>
            {defects.length > 1 && <strong className="issue-key">{key} </strong>}
            {refusal}
          </span>
        </li>
      ))}
    </AskedList>
  );
  return (
    <div className="stack stack-tight">
      {asked.length > fewest ? (
        <details>
          <summary>{counted(asked.length, 'defect')} with one rationale</summary>
          {list}
        </details>
      ) : (
        asked.length > 0 && list
      )}
      {unable.length > fewest ? (
        <details>
          <summary>{counted(unable.length, 'defect')} left out</summary>
          {leftOut}
        </details>
      ) : (
        unable.length > 0 && (
          <div>
            {defects.length > 1 && <p className="small">Left out:</p>}
            {leftOut}
          </div>
        )
      )}
      {hidden > 0 && (
        <p className="subtle small">{hidden === 1 ? 'One more is' : `${hidden} more are`} left out: Jira hides them from you.</p>
      )}
    </div>
  );
}
