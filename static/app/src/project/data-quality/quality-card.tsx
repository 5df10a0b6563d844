import { useId, type ReactElement } from 'react';
import type { QualityCheck } from '../../../../../src/contracts/data-quality';
import { IssueLink } from '../../shared/jira-link';

const figure = (count: number): string => count.toLocaleString('en');

/** A check that found something: how much, what it means, what to do, and where. */
export function QualityCard({ check }: { check: QualityCheck }): ReactElement {
  const heading = useId();
  const { id, title, definition, action, defects, count, hidden } = check;
  return (
    <article className="quality-card" aria-labelledby={heading} data-check={id}>
      <div className="quality-head">
        <h2 id={heading}>{title}</h2>
        <p className="quality-count">
          <strong>{figure(count)}</strong> {count === 1 ? 'defect' : 'defects'}
        </p>
      </div>
      <p>{definition}</p>
      <p className="quality-action">{action}</p>
      {defects.length > 0 && (
        <details>
          <summary>
            {count === 1
              ? 'Show it'
              : defects.length === count
                ? `Show all ${count}`
                : `Show the first ${defects.length} of ${figure(count)}`}
            <span className="unseen">: {title}</span>
          </summary>
          <ul className="quality-defects">
            {defects.map((defect) => (
              <li key={defect.id}>
                <IssueLink issueKey={defect.key} />
                <span className="quality-summary">{defect.summary}</span>
                <span className="subtle small">{defect.note}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {hidden > 0 && (
        <p className="subtle small">
          {count === 0 ? 'There ' : 'And there '}
          {hidden === 1 ? 'is 1' : `are ${figure(hidden)}`} you may not see: Jira hides them from you.
        </p>
      )}
    </article>
  );
}
