import type { SpanColumn } from '../../defects';
import type { ChartRow, KnownStatus } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { ProjectHistory } from '../charts/visible-history';

/** What a defect held from a moment on. */
export type Steps = readonly (readonly [value: string, from: number])[];

export interface SampleDefect {
  readonly status: Steps;
  readonly severity?: Steps;
  readonly row?: Partial<ChartRow>;
}

export const statuses = new Map<string, KnownStatus>(
  [
    { id: '1', name: 'Open', category: 'new' },
    { id: '2', name: 'Doing', category: 'indeterminate' },
    { id: '3', name: 'Done', category: 'done' },
    { id: '4', name: 'Done', category: 'done' },
  ].map((status) => [status.id, status]),
);

function column(all: readonly Steps[]): SpanColumn {
  const steps = all.flat();
  const dictionary = [...new Set(steps.map(([value]) => value))];
  const places = new Map(dictionary.map((value, place) => [value, place]));
  const offsets = new Uint32Array(all.length + 1);
  all.forEach((some, n) => (offsets[n + 1] = (offsets[n] ?? 0) + some.length));
  return {
    ...{ dictionary, offsets },
    values: Uint16Array.from(steps, ([value]) => places.get(value) ?? 0),
    from: Float64Array.from(steps, ([, from]) => from),
  };
}

/** Defects with the ids 100, 101, …; they are now what they were last. */
export function aHistory(defects: readonly SampleDefect[], parts: Partial<ProjectHistory> = {}): ProjectHistory {
  const rows = defects.map(({ status, row }, n): ChartRow => {
    const statusId = status.at(-1)?.[0] ?? '1';
    const known = statuses.get(statusId);
    return {
      ...{
        id: String(100 + n),
        key: `SHOP-${100 + n}`,
        statusId,
        status: known?.name ?? 'Old',
        category: known?.category ?? 'new',
      },
      ...{ open: known?.category !== 'done', severity: null, detectedIn: null, securityLevel: null, assignee: null },
      ...{ createdAt: new Date(status[0]?.[1] ?? 0).toISOString(), resolvedAt: null },
      ...row,
    };
  });
  return {
    ...{ rows, statuses, hidden: 0, ended: new Float64Array(rows.length).fill(NaN) },
    created: Float64Array.from(defects, ({ status }) => status[0]?.[1] ?? 0),
    status: column(defects.map(({ status }) => status)),
    severity: column(defects.map(({ severity = [] }) => severity)),
    ...parts,
  };
}

/** Noon of a day of 2026, the first of January being 1. */
export const noon = (n: number): number => Date.UTC(2026, 0, n) + day / 2;
