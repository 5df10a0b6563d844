import { issuesAsSearched } from '../changes/earlier-states';
import { searchIssues } from '../jql';
import { Refusal } from './refusal';
import { jqlSite } from './site-for-jql';
import type { Call } from './route';
import type { Issue } from '../model';

/**
 * Issues that a query finds for the caller, as the search index has them: changes within `searchLag` are not seen yet, except
 * those of `reconciled` issues.
 * @throws Refusal 400 where the query is not valid or finds without any restriction
 */
export function runSearch(call: Call, jql: string, reconciled: ReadonlySet<string> = new Set()): Issue[] {
  if (/^\s*(order\s+by\b.*)?$/is.test(jql)) {
    throw new Refusal(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.']);
  }
  const { site, viewer } = call;
  const result = searchIssues(jql, {
    issues: issuesAsSearched(site, reconciled).filter((issue) => viewer.sees(issue)),
    site: jqlSite(site, viewer),
    now: new Date(site.now()),
    currentUser: viewer.accountId,
  });
  if (result.kind === 'invalid') {
    throw new Refusal(400, result.errors);
  }
  return [...result.issues];
}
