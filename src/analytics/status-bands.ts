import type { ChangeColumns } from './changes';
import type { StatusSpans } from './metrics/status-time';

/** Statuses as a flow shows them. */
export interface StatusBands {
  /** By band: the status's newest name. */
  readonly names: readonly string[];
  /** By status: its band. */
  readonly bandOf: Uint16Array;
}

/** How far a category is; a status that no issue has now, and whose category nobody tells, was somewhere in between. */
const ranks: Readonly<Record<string, number>> = { new: 0, indeterminate: 1, done: 2 };

/**
 * Statuses of one id are one band, under the newest name that it had: a renamed status is no new one. So are statuses of one name, as teams'
 * own projects have them. Bands stand in the order of their categories (`new`, `indeterminate`, `done`), within one by the first moment at
 * which an issue was in them.
 * @param categoryOf by status; null where it is not known
 */
export function statusBands(
  columns: ChangeColumns,
  spans: StatusSpans,
  categoryOf: (status: number) => string | null,
): StatusBands {
  const names = newestNames(columns);
  const firstOf = new Float64Array(names.length).fill(Infinity);
  for (let span = 0; span < spans.values.length; span += 1) {
    const [status, from] = [spans.values[span] ?? 0, spans.from[span] ?? Infinity];
    if (from < (firstOf[status] ?? 0)) firstOf[status] = from;
  }
  const first = new Map<string, number>();
  for (const [status, moment] of firstOf.entries()) {
    const name = names[status] ?? '';
    if (moment < Infinity) first.set(name, Math.min(moment, first.get(name) ?? Infinity));
  }
  const rank = new Map<string, number>();
  for (const [status, name] of names.entries()) {
    const category = categoryOf(status);
    if (category !== null) rank.set(name, ranks[category] ?? 1);
  }
  const order = (name: string) => rank.get(name) ?? 1;
  const bands = [...first.keys()].sort((a, b) => order(a) - order(b) || (first.get(a) ?? 0) - (first.get(b) ?? 0));
  const places = new Map(bands.map((name, band) => [name, band]));
  return { names: bands, bandOf: Uint16Array.from(names, (name) => places.get(name) ?? 65_535) };
}

/** By status: the name that its id had last, or else its own. */
function newestNames({ statuses, current, at, from, to }: ChangeColumns): string[] {
  const seen = new Float64Array(statuses.length).fill(-Infinity);
  for (let change = 0; change < at.length; change += 1) {
    const moment = at[change] ?? 0;
    const [left, entered] = [from[change] ?? 0, to[change] ?? 0];
    if (moment > (seen[left] ?? 0)) seen[left] = moment;
    if (moment > (seen[entered] ?? 0)) seen[entered] = moment;
  }
  // What an issue has now is called as it is called now.
  for (const status of current) seen[status] = Infinity;
  const newest = new Map<string, { readonly name: string; readonly seen: number }>();
  for (const [status, { id, name }] of statuses.entries()) {
    const moment = seen[status] ?? 0;
    if (id !== null && name !== null && moment >= (newest.get(id)?.seen ?? -Infinity)) newest.set(id, { name, seen: moment });
  }
  return statuses.map(
    ({ id, name }) => (id === null ? undefined : newest.get(id)?.name) ?? name ?? (id === null ? 'no status' : `status ${id}`),
  );
}
