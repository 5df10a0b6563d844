import type { Issue } from '../model';
import type { JqlSite } from './jql-site';

/** The site with each list read at most once. */
export type SiteLookup = { readonly [Name in keyof JqlSite]: () => readonly Item<JqlSite[Name]>[] };
type Item<List> = List extends () => Iterable<infer Element> ? Element : never;

/** What the compilation of one query may look at. */
export interface SearchContext {
  readonly site: SiteLookup;
  readonly issues: readonly Issue[];
  readonly now: Date;
  /** IANA name of the zone in which dates without an offset and `startOfDay()` are meant. */
  readonly timeZone: string;
  readonly currentUser: string | null;
}

function once<T>(list: () => Iterable<T>): () => readonly T[] {
  let kept: readonly T[] | null = null;
  return () => (kept ??= [...list()]);
}

export function siteLookup(site: JqlSite): SiteLookup {
  return {
    projects: once(() => site.projects()),
    versions: once(() => site.versions()),
    components: once(() => site.components()),
    statuses: once(() => site.statuses()),
    issueTypes: once(() => site.issueTypes()),
    priorities: once(() => site.priorities()),
    resolutions: once(() => site.resolutions()),
    users: once(() => site.users()),
    groups: once(() => site.groups()),
    customFields: once(() => site.customFields()),
    issueLinkTypes: once(() => site.issueLinkTypes()),
    issueLinks: once(() => site.issueLinks()),
  };
}
