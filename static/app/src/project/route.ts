import type { Place } from '../bridge/navigation';

export const defectFilters = ['blocking', 'overdue', 'all'] as const;
export type DefectFilter = (typeof defectFilters)[number];

export const defectColumns = ['key', 'summary', 'severity', 'score', 'tier', 'status', 'age', 'due'] as const;
export type DefectColumn = (typeof defectColumns)[number];

/** What of the readiness screen belongs in a link that is passed on; null where the screen chooses. */
export interface ReadinessFilters {
  readonly stage: string | null;
  readonly show: DefectFilter | null;
  readonly sort: DefectColumn | null;
  readonly descending: boolean;
}
export const noFilters: ReadinessFilters = { stage: null, show: null, sort: null, descending: false };

/** Which decisions are shown; null where it does not matter. Days are calendar days of the viewer. */
export interface DecisionFilters {
  readonly ledger: 'project' | 'site';
  /** Id of the version. */
  readonly version: string | null;
  /** Key of the issue, e.g. SHOP-12. */
  readonly issue: string | null;
  readonly kind: string | null;
  /** First and last day, `2026-11-02`. */
  readonly from: string | null;
  readonly to: string | null;
}
export const allDecisions: DecisionFilters = { ledger: 'project', version: null, issue: null, kind: null, from: null, to: null };

export const deferralShows = ['all', 'waiting', 'active', 'expiring', 'over'] as const;
export type DeferralShow = (typeof deferralShows)[number];

/** Which deferrals are shown. */
export interface DeferralFilters {
  readonly show: DeferralShow;
  /** Id of the version that the defects are planned for; null for any. */
  readonly release: string | null;
}
export const allDeferrals: DeferralFilters = { show: 'all', release: null };

export type Route =
  | { readonly screen: 'releases' }
  /** The queue; a session of it where one is named. */
  | { readonly screen: 'triage'; readonly sessionId: string | null }
  | { readonly screen: 'readiness'; readonly versionId: string; readonly filters: ReadinessFilters }
  | { readonly screen: 'decisions'; readonly filters: DecisionFilters }
  | { readonly screen: 'deferrals'; readonly filters: DeferralFilters }
  | { readonly screen: 'data-quality' }
  | { readonly screen: 'pipelines' };

/** The key of an issue as people write it, in capitals; null where it is none. */
export function toIssueKey(text: string): string | null {
  const key = text.trim().toUpperCase();
  return /^[A-Z][A-Z0-9_]{1,20}-\d{1,12}$/.test(key) ? key : null;
}

/** Any address that is not known is the releases screen. */
export function toRoute({ path, search }: Place): Route {
  const query = new URLSearchParams(search);
  if (/^\/decisions\/?$/.test(path)) return { screen: 'decisions', filters: toDecisionFilters(query) };
  if (/^\/deferrals\/?$/.test(path)) return { screen: 'deferrals', filters: toDeferralFilters(query) };
  if (/^\/data-quality\/?$/.test(path)) return { screen: 'data-quality' };
  if (/^\/pipelines\/?$/.test(path)) return { screen: 'pipelines' };
  if (/^\/triage\/?$/.test(path)) return { screen: 'triage', sessionId: null };
  const sessionId = /^\/triage\/([0-9a-f-]{36})\/?$/.exec(path)?.[1];
  if (sessionId !== undefined) return { screen: 'triage', sessionId };
  const versionId = /^\/readiness\/(\d{1,18})\/?$/.exec(path)?.[1];
  if (versionId === undefined) return { screen: 'releases' };
  const filters: ReadinessFilters = {
    stage: query.get('stage'),
    show: defectFilters.find((filter) => filter === query.get('show')) ?? null,
    sort: defectColumns.find((column) => column === query.get('sort')) ?? null,
    descending: query.get('order') === 'desc',
  };
  return { screen: 'readiness', versionId, filters };
}

function toDeferralFilters(query: URLSearchParams): DeferralFilters {
  const release = query.get('release');
  return {
    show: deferralShows.find((show) => show === query.get('show')) ?? 'all',
    release: release !== null && /^\d{1,18}$/.test(release) ? release : null,
  };
}

function toDecisionFilters(query: URLSearchParams): DecisionFilters {
  const text = (name: string, shape: RegExp): string | null => {
    const value = query.get(name);
    return value !== null && shape.test(value) ? value : null;
  };
  const date = (name: string): string | null => {
    const value = text(name, /^\d{4}-\d\d-\d\d$/);
    return value === null || Number.isNaN(Date.parse(value)) ? null : value;
  };
  return {
    ledger: query.get('ledger') === 'site' ? 'site' : 'project',
    version: text('version', /^\d{1,18}$/),
    issue: toIssueKey(query.get('issue') ?? ''),
    kind: text('kind', /^[a-z-]{1,40}$/),
    from: date('from'),
    to: date('to'),
  };
}

export function toPlace(route: Route): Place {
  if (route.screen === 'releases' || route.screen === 'data-quality' || route.screen === 'pipelines')
    return { path: `/${route.screen}`, search: '' };
  if (route.screen === 'triage') return { path: route.sessionId === null ? '/triage' : `/triage/${route.sessionId}`, search: '' };
  const query = new URLSearchParams();
  if (route.screen === 'decisions') {
    const { ledger, ...filters } = route.filters;
    if (ledger === 'site') query.set('ledger', ledger);
    for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, value);
    return { path: '/decisions', search: toSearch(query) };
  }
  if (route.screen === 'deferrals') {
    const { show, release } = route.filters;
    if (show !== 'all') query.set('show', show);
    if (release !== null) query.set('release', release);
    return { path: '/deferrals', search: toSearch(query) };
  }
  const { stage, show, sort, descending } = route.filters;
  if (stage !== null) query.set('stage', stage);
  if (show !== null) query.set('show', show);
  if (sort !== null) query.set('sort', sort);
  if (sort !== null && descending) query.set('order', 'desc');
  return { path: `/readiness/${route.versionId}`, search: toSearch(query) };
}

function toSearch(query: URLSearchParams): string {
  const search = query.toString();
  return search === '' ? '' : `?${search}`;
}
