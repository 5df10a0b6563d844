import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { issuePath, openInJira, searchPath } from '../bridge/jira-pages';
import { usePage } from './page-context';
import { standsAlone } from './stands-alone';

function JiraLink({ path, children }: { path: string; children: ReactNode }): ReactElement {
  const { context } = usePage();
  if (standsAlone && context.siteUrl === '') return <>{children}</>;
  const open = (event: MouseEvent): void => {
    // Ctrl, Shift and the middle button mean what they mean everywhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openInJira(path);
  };
  return (
    <a href={`${context.siteUrl}${path}`} target="_blank" rel="noreferrer" onClick={open}>
      {children}
    </a>
  );
}

/** An issue in Jira, in a new tab. */
export function IssueLink({ issueKey }: { issueKey: string }): ReactElement {
  return (
    <span className="issue-key">
      <JiraLink path={issuePath(issueKey)}>{issueKey}</JiraLink>
    </span>
  );
}

/** The issues of a query in Jira's own search, in a new tab. */
export function SearchLink({ jql, children }: { jql: string; children: ReactNode }): ReactElement | null {
  const { context } = usePage();
  if (standsAlone && context.siteUrl === '') return null;
  return <JiraLink path={searchPath(jql)}>{children}</JiraLink>;
}
