import type { ReactElement } from 'react';
import type { PastRelease } from '../../../../../src/contracts/look-back';
import { SearchLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';
import { escapedBySeverity } from './escaped-words';

/** How many defects got past a release, by severity, with the way to them in Jira. */
export function EscapedDefects({ release }: { release: PastRelease }): ReactElement {
  const parts = escapedBySeverity(release);
  if (parts.length === 0) return <span className="subtle">none</span>;
  const sum = parts.reduce((all, { count }) => all + count, 0);
  return (
    <span className="escaped">
      <SearchLink jql={release.jql}>
        {sum}
        <span className="unseen"> escaped from {release.version.name}, in Jira search</span>
      </SearchLink>
      <span className="escaped-parts">
        {parts.map(({ severity, count }) => (
          <span key={severity ?? 'none'} className="escaped-part">
            <SeverityMark severity={severity} short /> <strong>{count}</strong>
          </span>
        ))}
      </span>
    </span>
  );
}
