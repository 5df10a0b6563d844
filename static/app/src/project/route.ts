import {
  agingGroupings,
  agingSeverities,
  noComponent,
  type AgingGrouping,
  type AgingSeverity,
  type ServiceLevel,
} from '../../../../src/contracts/aging';
import { repairRanges, type RepairRange } from '../../../../src/contracts/repair';
import type { Place } from '../bridge/navigation';
import { fromFlowFilters, toFlowFilters, type FlowFilters } from './flow/flow-filters';

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
  /** Place of the one entry that is shown. */
  readonly entry: string | null;
  /** Only verdicts that would have been the other way with what is known now. */
  readonly hindsight: 'turned' | null;
}
export const allDecisions: DecisionFilters = {
  ...{ ledger: 'project', version: null, issue: null, kind: null, from: null, to: null, entry: null, hindsight: null },
};

export const deferralShows = ['all', 'waiting', 'active', 'expiring', 'over'] as const;
export type DeferralShow = (typeof deferralShows)[number];

/** Which deferrals are shown. */
export interface DeferralFilters {
  readonly show: DeferralShow;
  /** Id of the version that the defects are planned for; null for any. */
  readonly release: string | null;
}
export const allDeferrals: DeferralFilters = { show: 'all', release: null };

/** Which open defects the screen of their ages shows, and how; null for all, and for now. */
export interface AgingFilters {
  readonly severity: AgingSeverity | null;
  /** Id of the work type. */
  readonly type: string | null;
  /** Id of the component, or `none` for those without one. */
  readonly component: string | null;
  /** Id of the version that they are planned for. */
  readonly release: string | null;
  /** The base day (UTC), `2026-11-02`. */
  readonly day: string | null;
  readonly by: AgingGrouping;
  /** The viewer's own service level; in the address `85-30` is 85 of 100 within 30 days. */
  readonly level: ServiceLevel | null;
}
export const allAging: AgingFilters = {
  ...{ severity: null, type: null, component: null, release: null, day: null, by: 'status', level: null },
};

/** What the screen about detection and repair compares; null for the stages that it chooses. */
export interface RepairFilters {
  readonly range: RepairRange;
  /** Keys of stages. */
  readonly one: string | null;
  readonly other: string | null;
}
export const allRepair: RepairFilters = { range: '180', one: null, other: null };

/** What counts as escaped, and of which release; null past the release, and for all. */
export interface EscapeFilters {
  /** Days after the release. */
  readonly window: 30 | 90;
  /** Key of a stage. */
  readonly stage: string | null;
  /** Id of the version. */
  readonly release: string | null;
}
export const allEscapes: EscapeFilters = { window: 90, stage: null, release: null };

export type Route =
  | { readonly screen: 'releases' }
  /** The queue; a session of it where one is named. */
  | { readonly screen: 'triage'; readonly sessionId: string | null }
  | { readonly screen: 'readiness'; readonly versionId: string; readonly filters: ReadinessFilters }
  | { readonly screen: 'decisions'; readonly filters: DecisionFilters }
  | { readonly screen: 'deferrals'; readonly filters: DeferralFilters }
  | { readonly screen: 'aging'; readonly filters: AgingFilters }
  | { readonly screen: 'repair'; readonly filters: RepairFilters }
  | { readonly screen: 'escapes'; readonly filters: EscapeFilters }
  | { readonly screen: 'flow'; readonly filters: FlowFilters }
  /** Null for the release that is to go out next. */
  | { readonly screen: 'forecast'; readonly versionId: string | null }
  | { readonly screen: 'scope'; readonly versionId: string | null }
  /** Of what escaped from a release, or from the one that was shipped before it. */
  | { readonly screen: 'analysis'; readonly versionId: string; readonly which: 'own' | 'before' }
  /** Releases that go out together. */
  | { readonly screen: 'train'; readonly trainId: string }
  | { readonly screen: 'gates' }
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
  if (/^\/aging\/?$/.test(path)) return { screen: 'aging', filters: toAgingFilters(query) };
  if (/^\/repair\/?$/.test(path)) return { screen: 'repair', filters: toRepairFilters(query) };
  if (/^\/escapes\/?$/.test(path)) return { screen: 'escapes', filters: toEscapeFilters(query) };
  if (/^\/flow\/?$/.test(path)) return { screen: 'flow', filters: toFlowFilters(query) };
  if (/^\/gates\/?$/.test(path)) return { screen: 'gates' };
  if (/^\/data-quality\/?$/.test(path)) return { screen: 'data-quality' };
  if (/^\/pipelines\/?$/.test(path)) return { screen: 'pipelines' };
  if (/^\/triage\/?$/.test(path)) return { screen: 'triage', sessionId: null };
  const trainId = /^\/trains\/([0-9a-f-]{36})\/?$/.exec(path)?.[1];
  if (trainId !== undefined) return { screen: 'train', trainId };
  const sessionId = /^\/triage\/([0-9a-f-]{36})\/?$/.exec(path)?.[1];
  if (sessionId !== undefined) return { screen: 'triage', sessionId };
  if (/^\/forecast\/?$/.test(path)) return { screen: 'forecast', versionId: null };
  const ahead = /^\/forecast\/(\d{1,18})\/?$/.exec(path)?.[1];
  if (ahead !== undefined) return { screen: 'forecast', versionId: ahead };
  if (/^\/scope\/?$/.test(path)) return { screen: 'scope', versionId: null };
  const planned = /^\/scope\/(\d{1,18})\/?$/.exec(path)?.[1];
  if (planned !== undefined) return { screen: 'scope', versionId: planned };
  const analysed = /^\/analysis(\/before)?\/(\d{1,18})\/?$/.exec(path);
  if (analysed?.[2] !== undefined)
    return { screen: 'analysis', versionId: analysed[2], which: analysed[1] === undefined ? 'own' : 'before' };
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

function toAgingFilters(query: URLSearchParams): AgingFilters {
  const [day, component] = [query.get('day'), query.get('component')];
  const id = (name: string): string | null => {
    const value = query.get(name);
    return value !== null && /^\d{1,18}$/.test(value) ? value : null;
  };
  return {
    severity: agingSeverities.find((severity) => severity === query.get('severity')) ?? null,
    ...{ type: id('type'), component: component === noComponent ? component : id('component'), release: id('release') },
    day: day !== null && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null,
    by: agingGroupings.find((by) => by === query.get('by')) ?? allAging.by,
    level: toServiceLevel(query.get('level') ?? ''),
  };
}

function toServiceLevel(text: string): ServiceLevel | null {
  const [share = 0, days = 0] = /^\d{2}-\d{1,4}$/.test(text) ? text.split('-').map(Number) : [];
  return share >= 50 && days >= 1 && days <= 3650 ? { share, days } : null;
}

function toRepairFilters(query: URLSearchParams): RepairFilters {
  const stage = (name: string): string | null => {
    const key = query.get(name);
    return key !== null && /^[a-z][a-z0-9-]{0,29}$/.test(key) ? key : null;
  };
  const range = repairRanges.find((one) => one === query.get('range')) ?? allRepair.range;
  return { range, one: stage('one'), other: stage('other') };
}

function toEscapeFilters(query: URLSearchParams): EscapeFilters {
  const [stage, release] = [query.get('stage'), query.get('release')];
  return {
    window: query.get('window') === '30' ? 30 : 90,
    stage: stage !== null && /^[a-z][a-z0-9-]{0,29}$/.test(stage) ? stage : null,
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
    entry: text('entry', /^[1-9]\d{0,8}$/),
    hindsight: query.get('hindsight') === 'turned' ? 'turned' : null,
  };
}

export function toPlace(route: Route): Place {
  if (route.screen === 'releases' || route.screen === 'gates' || route.screen === 'data-quality' || route.screen === 'pipelines')
    return { path: `/${route.screen}`, search: '' };
  if (route.screen === 'forecast' || route.screen === 'scope')
    return { path: route.versionId === null ? `/${route.screen}` : `/${route.screen}/${route.versionId}`, search: '' };
  if (route.screen === 'analysis')
    return { path: `/analysis/${route.which === 'before' ? 'before/' : ''}${route.versionId}`, search: '' };
  if (route.screen === 'triage') return { path: route.sessionId === null ? '/triage' : `/triage/${route.sessionId}`, search: '' };
  if (route.screen === 'flow') return { path: '/flow', search: toSearch(fromFlowFilters(route.filters)) };
  if (route.screen === 'train') return { path: `/trains/${route.trainId}`, search: '' };
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
  if (route.screen === 'aging') {
    const { by, level, ...filters } = route.filters;
    if (by !== allAging.by) query.set('by', by);
    if (level !== null) query.set('level', `${level.share}-${level.days}`);
    for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, value);
    return { path: '/aging', search: toSearch(query) };
  }
  if (route.screen === 'repair') {
    const { range, one, other } = route.filters;
    if (range !== allRepair.range) query.set('range', range);
    if (one !== null) query.set('one', one);
    if (other !== null) query.set('other', other);
    return { path: '/repair', search: toSearch(query) };
  }
  if (route.screen === 'escapes') {
    const { window, stage, release } = route.filters;
    if (window !== allEscapes.window) query.set('window', String(window));
    if (stage !== null) query.set('stage', stage);
    if (release !== null) query.set('release', release);
    return { path: '/escapes', search: toSearch(query) };
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
