import type { SpanColumn } from '../../defects';
import type { KnownStatus } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import type { ProjectHistory } from '../charts/visible-history';

export const now = '2026-11-02T09:00:00.000Z';

/** A defect as a test tells it: days before now, with fractions. */
export interface Told {
  readonly id: string;
  readonly severity?: Severity | null;
  /** Status ids and how many days before now it came into them; the first is its creation. */
  readonly path: readonly (readonly [string, number])[];
  readonly assignee?: string | null;
}

const statuses = new Map<string, KnownStatus>(
  [
    ['1', 'To Do', 'new'],
    ['2', 'Doing', 'indeterminate'],
    ['3', 'Review', 'indeterminate'],
    ['9', 'Done', 'done'],
  ].map(([id = '', name = '', category = '']) => [id, { id, name, category }]),
);

const before = (days: number): number => Date.parse(now) - days * day;

function column(spans: readonly (readonly (readonly [string | null, number])[])[]): SpanColumn {
  const all = spans.flat();
  const dictionary = [...new Set(all.map(([value]) => value))];
  return {
    dictionary,
    offsets: Uint32Array.from(spans.reduce((ends, some) => [...ends, (ends.at(-1) ?? 0) + some.length], [0])),
    values: Uint16Array.from(all, ([value]) => dictionary.indexOf(value)),
    from: Float64Array.from(all, ([, days]) => before(days)),
  };
}

/** The defects as charts read them. */
export function historyOf(told: readonly Told[], hidden = 0): ProjectHistory {
  const isDone = ({ path }: Told): boolean => path.at(-1)?.[0] === '9';
  const createdDays = ({ path }: Told): number => path[0]?.[1] ?? 0;
  return {
    rows: told.map((one) => {
      const statusId = one.path.at(-1)?.[0] ?? '1';
      const { name, category } = statuses.get(statusId) ?? { name: '', category: '' };
      return {
        ...{ id: one.id, key: `SHOP-${one.id}`, statusId, status: name, category, open: !isDone(one) },
        ...{ severity: one.severity ?? null, detectedIn: null, securityLevel: null, assignee: one.assignee ?? null },
        ...{ createdAt: new Date(before(createdDays(one))).toISOString(), resolvedAt: null },
      };
    }),
    created: Float64Array.from(told, (one) => before(createdDays(one))),
    ended: Float64Array.from(told, (one) => (isDone(one) ? before(one.path.at(-1)?.[1] ?? 0) : NaN)),
    status: column(told.map(({ path }) => path)),
    severity: column(told.map((one) => [[one.severity ?? null, createdDays(one)] as const])),
    ...{ statuses, hidden },
  };
}

/** Closed S2 that took 1, 2, … `most` days, the last one closed yesterday; half of the time in Doing. */
export function closedS2(most: number): Told[] {
  return Array.from({ length: most }, (_, n) => ({
    id: String(100 + n),
    severity: 'S2',
    path: [
      ['1', n + 2],
      ['2', n / 2 + 1.5],
      ['9', 1],
    ],
  }));
}
