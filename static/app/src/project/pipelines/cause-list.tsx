import { useCallback, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { IssueLink } from '../../shared/jira-link';
import { useFollowed } from '../use-followed';

const kindWords = { version: 'Release', commit: 'Commit', build: 'Build', issue: 'Change' } as const;

/** Changes and releases that brought in several defects, by what people say on the defects. */
export function CauseList({ projectId, revision }: { projectId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('regressions', { projectId }), [projectId]);
  const { view } = useFollowed(read, revision);
  if (view === null || view.known === 0) return null;
  return (
    <section className="told-section" aria-labelledby="causes-heading" data-section="causes">
      <h2 id="causes-heading">Changes that caused many</h2>
      {view.causes.length === 0 ? (
        <p className="subtle">
          {view.known === 1 ? 'Of one defect' : `Of ${view.known} defects`} somebody said what brought them in, and nothing
          brought in more than one.
        </p>
      ) : (
        <ul className="trail-list">
          {view.causes.map(({ kind, label, count, open, defects }) => (
            <li key={`${kind} ${label}`}>
              <strong>
                {kindWords[kind]} {label}
              </strong>
              : {count} defects, {open === 0 ? 'none open' : `${open} open`}
              <span className="subtle small">
                {' '}
                {defects.map(({ key }, n) => (
                  <span key={key}>
                    {n > 0 && ', '}
                    <IssueLink issueKey={key} />
                  </span>
                ))}
                {count > defects.length && ` and ${count - defects.length} more`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
