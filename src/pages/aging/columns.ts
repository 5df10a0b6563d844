import { closedTimes, pace, referenceOf, workflowOrder } from '../../analytics';
import type { Reference } from '../../analytics';
import { agingSeverities, noComponent } from '../../contracts/aging';
import type { AgingGrouping } from '../../contracts/aging';
import { doneCategory } from '../../defects';
import type { NamedKind } from '../../defects/shell';
import { componentKeys } from './kinds';
import type { Kinds } from './kinds';
import { leastClosed, statusName, windowDays } from './standing';
import type { Standing } from './standing';

/** A column of the chart before anything is counted in it. */
export interface Column {
  /** Id of the status, the work type or the component, or the severity. */
  readonly key: string;
  readonly name: string;
  readonly pace: Reference | undefined;
  /** The keys that stand in it. */
  readonly keys: readonly string[];
}

/** What is drawn. */
export interface Drawn {
  readonly standing: Standing;
  readonly kinds: Kinds;
  /** How many open ones are shown of each key; keys without any are missing. */
  readonly counts: ReadonlyMap<string, number>;
  /** Only closed ones of this severity set the pace; null for all. */
  readonly group: number | null;
}

/** Further components share a column: more of them cannot be told apart. */
const mostComponents = 12;
const others = 'others';

export function columnsBy(by: AgingGrouping, drawn: Drawn): Column[] {
  switch (by) {
    case 'status':
      return statusColumns(drawn);
    case 'severity':
      return severityColumns(drawn);
    case 'type':
      return kindColumns(drawn, drawn.kinds.types, (id) => [drawn.kinds.typeOf.get(id) ?? '']).filter(
        (column) => drawn.counts.has(column.key) || hasPace(column),
      );
    case 'component':
      return componentColumns(drawn);
  }
}

/** A status that Jira does not know any more stands after the others. */
const categories = ['new', 'indeterminate', doneCategory];

/**
 * Statuses that are not done in the order of the workflow, as defects went through it. Those that nobody is in are there where enough
 * closed ones came through.
 */
function statusColumns({ standing, counts, group }: Drawn): Column[] {
  const { history, at, then } = standing;
  const { dictionary } = history.status;
  const ended = group === null ? then.ended : then.ended.map((end, n) => (standing.group[n] === group ? end : NaN));
  const spans = { spans: history.status, statuses: dictionary.length, created: history.created, ended };
  const paces = pace(spans, at, windowDays, leastClosed);
  const category = Uint8Array.from(dictionary, (id) => {
    const place = categories.indexOf(history.statuses.get(id ?? '')?.category ?? '');
    return place < 0 ? categories.length : place;
  });
  return workflowOrder(history.status, category)
    .map((place) => columnOf(dictionary[place] ?? '', statusName(history, dictionary[place] ?? null), paces[place]))
    .filter(({ key }) => history.statuses.get(key)?.category !== doneCategory)
    .filter((column) => counts.has(column.key) || hasPace(column));
}

/** Severities, worst first; a missing one stands last. */
function severityColumns({ standing: { aged }, counts, group }: Drawn): Column[] {
  return agingSeverities
    .map((key, place) => columnOf(key, key === 'none' ? 'Not set' : key, aged.references[place]))
    .filter((column, place) => (group === null || place === group) && (counts.has(column.key) || hasPace(column)));
}

/** The components that have the most open ones, then all others as one, then those without. */
function componentColumns(drawn: Drawn): Column[] {
  const { kinds, counts } = drawn;
  const busiest = kinds.components
    .filter(({ id }) => counts.has(id))
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const own = busiest.slice(0, mostComponents);
  const rest = new Set(busiest.slice(mostComponents).map(({ id }) => id));
  const names = [
    ...own,
    ...(rest.size === 0 ? [] : [{ id: others, name: 'Other components' }]),
    ...(counts.has(noComponent) ? [{ id: noComponent, name: 'No component' }] : []),
  ];
  const keysOf = (id: string) => [...new Set(componentKeys(kinds, id).map((key) => (rest.has(key) ? others : key)))];
  return kindColumns(drawn, names, keysOf).map((column) => (column.key === others ? { ...column, keys: [...rest] } : column));
}

/** @param keysOf the columns of a defect */
function kindColumns(
  { standing, group }: Drawn,
  names: readonly NamedKind[],
  keysOf: (id: string) => readonly string[],
): Column[] {
  const { history, then, at } = standing;
  const places = new Map(names.map(({ id }, place) => [id, place]));
  const members = history.rows.flatMap(({ id }, n) =>
    group !== null && standing.group[n] !== group ? [] : keysOf(id).map((key) => ({ n, place: places.get(key) ?? names.length })),
  );
  const facts = {
    created: Float64Array.from(members, ({ n }) => history.created[n] ?? NaN),
    resolved: Float64Array.from(members, ({ n }) => then.ended[n] ?? NaN),
    group: Uint16Array.from(members, ({ place }) => place),
    groups: names.length,
  };
  const times = closedTimes(facts, at, windowDays);
  return names.map(({ id, name }, place) => columnOf(id, name, referenceOf(times[place] ?? new Float64Array(), leastClosed)));
}

function columnOf(key: string, name: string, reference: Reference | undefined): Column {
  return { key, name, pace: reference, keys: [key] };
}

function hasPace({ pace: reference }: Column): boolean {
  return (reference?.restsOn ?? 0) >= leastClosed;
}
