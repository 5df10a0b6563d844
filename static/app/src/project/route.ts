import type { Place } from '../bridge/navigation';

export const defectFilters = ['blocking', 'overdue', 'all'] as const;
export type DefectFilter = (typeof defectFilters)[number];

export const defectColumns = ['key', 'summary', 'severity', 'tier', 'status', 'age', 'due'] as const;
export type DefectColumn = (typeof defectColumns)[number];

/** What of the readiness screen belongs in a link that is passed on; null where the screen chooses. */
export interface ReadinessFilters {
  readonly stage: string | null;
  readonly show: DefectFilter | null;
  readonly sort: DefectColumn | null;
  readonly descending: boolean;
}
export const noFilters: ReadinessFilters = { stage: null, show: null, sort: null, descending: false };

export type Route =
  | { readonly screen: 'releases' }
  | { readonly screen: 'readiness'; readonly versionId: string; readonly filters: ReadinessFilters };

/** Anything that is not a readiness address is the releases screen. */
export function toRoute({ path, search }: Place): Route {
  const versionId = /^\/readiness\/(\d{1,18})\/?$/.exec(path)?.[1];
  if (versionId === undefined) return { screen: 'releases' };
  const query = new URLSearchParams(search);
  const filters: ReadinessFilters = {
    stage: query.get('stage'),
    show: defectFilters.find((filter) => filter === query.get('show')) ?? null,
    sort: defectColumns.find((column) => column === query.get('sort')) ?? null,
    descending: query.get('order') === 'desc',
  };
  return { screen: 'readiness', versionId, filters };
}

export function toPlace(route: Route): Place {
  if (route.screen === 'releases') return { path: '/releases', search: '' };
  const { stage, show, sort, descending } = route.filters;
  const query = new URLSearchParams();
  if (stage !== null) query.set('stage', stage);
  if (show !== null) query.set('show', show);
  if (sort !== null) query.set('sort', sort);
  if (sort !== null && descending) query.set('order', 'desc');
  const search = query.toString();
  return { path: `/readiness/${route.versionId}`, search: search === '' ? '' : `?${search}` };
}
