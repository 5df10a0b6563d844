import { JastBuilder } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import { compileClause } from './compile-clause';
import type { JqlSite } from './jql-site';
import type { SearchContext } from './search-context';
import { siteLookup } from './search-context';
import { sortIssues, sortSteps } from './sort-order';
import { syntaxErrorText } from './syntax-error';

export type { JqlSite } from './jql-site';
export { UNMODELLED } from './refusal';

export interface SearchScope {
  /** The issues that the searcher may see. */
  readonly issues: Iterable<Issue>;
  readonly site: JqlSite;
  readonly now: Date;
  /** Account id; null is anonymous, for whom `currentUser()` is nobody. */
  readonly currentUser: string | null;
  /** IANA zone of dates without an offset; the current user's where absent, UTC for nobody. */
  readonly timeZone?: string;
}

export type SearchResult =
  | {
      readonly kind: 'ok';
      /** All that match, in the query's order. */
      readonly issues: Issue[];
      /** Whether the query restricts anything; `search/jql` refuses one that is only an order. */
      readonly bounded: boolean;
    }
  /** Jira's 400 `errorMessages`; one that begins with UNMODELLED is the sandbox's own lack. */
  | { readonly kind: 'invalid'; readonly errors: string[] };

/**
 * Answers a JQL query over plain data. The grammar is Atlassian's own parser; what the words mean follows the JQL pages of
 * support.atlassian.com, and where these are silent Jira's functional tests. Results without ORDER BY are the newest first.
 */
export function searchIssues(jql: string, scope: SearchScope): SearchResult {
  const { query, errors: syntaxErrors } = new JastBuilder().build(jql);
  const [syntaxError] = syntaxErrors;
  if (syntaxError !== undefined) return { kind: 'invalid', errors: [syntaxErrorText(syntaxError, jql)] };
  const context = contextOf(scope);
  const errors: string[] = [];
  const where = query?.where ? compileClause(query.where, false, context, errors) : null;
  const steps = sortSteps(query?.orderBy ?? undefined, context, errors);
  if (errors.length > 0) return { kind: 'invalid', errors };
  const found = where === null ? context.issues : context.issues.filter(where);
  return { kind: 'ok', issues: sortIssues(found, steps), bounded: where !== null };
}

function contextOf({ issues, site, now, currentUser, timeZone }: SearchScope): SearchContext {
  const lookup = siteLookup(site);
  const own = (): string | undefined => lookup.users().find(({ accountId }) => accountId === currentUser)?.timeZone;
  return { site: lookup, issues: [...issues], now, currentUser, timeZone: timeZone ?? own() ?? 'UTC' };
}
