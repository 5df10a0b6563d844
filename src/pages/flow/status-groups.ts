import { workflowOrder } from '../../analytics';
import type { StatusSpans } from '../../analytics';
import { doneCategory } from '../../defects';
import type { ProjectHistory } from '../charts/visible-history';

export const categories = ['new', 'indeterminate', doneCategory] as const;
export type Category = (typeof categories)[number];

/** Statuses that a flow shows as one: those of one name and category, as each team-managed project of a site has its own. */
export interface StatusGroup {
  /** The smallest id of its statuses. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
}

export interface GroupedStatuses {
  /** In the order of the workflow. */
  readonly groups: readonly StatusGroup[];
  /** By group: 1 where defects in it are open. */
  readonly isOpen: Uint8Array;
  /** What the defects of the history were in over time; values are places in `groups`. */
  readonly spans: StatusSpans;
  /** The place of a status in `groups`; undefined where no defect ever had it. */
  readonly placeOf: (statusId: string) => number | undefined;
}

const gone = 'A status that is gone';
/** More bands than these cannot be told apart: those with the fewest visits stand together. */
const mostGroups = 12;
const otherNames: Readonly<Record<Category, string>> = {
  ...{ new: 'Others to do', indeterminate: 'Others in progress', [doneCategory]: 'Others done' },
};

/** A status that nobody knows any more counts as in progress: it was not done as far as anybody can tell. */
function named({ statuses, rows }: ProjectHistory, id: string | null): { name: string; category: Category } {
  const known = id === null ? undefined : statuses.get(id);
  const row = known ?? rows.find(({ statusId }) => statusId === id);
  const name = known?.name ?? rows.find(({ statusId }) => statusId === id)?.status ?? gone;
  return { name, category: categories.find((one) => one === row?.category) ?? 'indeterminate' };
}

export function groupedStatuses(history: ProjectHistory): GroupedStatuses {
  const { dictionary, offsets, values, from } = history.status;
  const visits = new Uint32Array(dictionary.length);
  for (const value of values) visits[value] = (visits[value] ?? 0) + 1;
  const groups = gathered(dictionary, visits, history);
  const placeByStatus = new Uint16Array(dictionary.length);
  groups.forEach(({ statuses }, place) => statuses.forEach((status) => (placeByStatus[status] = place)));
  const spans = { offsets, from, values: values.map((value) => placeByStatus[value] ?? 0) };
  const order = workflowOrder(
    spans,
    Uint8Array.from(groups, ({ category }) => categories.indexOf(category)),
  );
  const rank = new Uint16Array(groups.length);
  order.forEach((group, place) => (rank[group] = place));
  const ordered = order.flatMap((group) => groups[group] ?? []);
  const places = new Map(dictionary.map((id, status) => [id ?? '', rank[placeByStatus[status] ?? 0] ?? 0]));
  return {
    groups: ordered.map(({ id, name, category }) => ({ id, name, category })),
    isOpen: Uint8Array.from(ordered, ({ category }) => (category === doneCategory ? 0 : 1)),
    spans: { ...spans, values: spans.values.map((value) => rank[value] ?? 0) },
    placeOf: (statusId) => places.get(statusId),
  };
}

interface Gathered extends StatusGroup {
  /** Places in the dictionary. */
  readonly statuses: readonly number[];
}

function gathered(dictionary: readonly (string | null)[], visits: Uint32Array, history: ProjectHistory): Gathered[] {
  const byName = new Map<string, { name: string; category: Category; statuses: number[]; visits: number }>();
  dictionary.forEach((id, status) => {
    if (visits[status] === 0) return;
    const { name, category } = named(history, id);
    const key = `${category} ${name}`;
    const group = byName.get(key) ?? { name, category, statuses: [], visits: 0 };
    byName.set(key, group);
    group.statuses.push(status);
    group.visits += visits[status] ?? 0;
  });
  const mostVisited = [...byName.values()].sort((a, b) => b.visits - a.visits);
  const alone = mostVisited.length <= mostGroups + 1 ? mostVisited : mostVisited.slice(0, mostGroups);
  const rest = mostVisited.slice(alone.length);
  const idOf = (statuses: readonly number[]): string => statuses.map((status) => dictionary[status] ?? '').sort()[0] ?? '';
  return [
    ...alone.map(({ name, category, statuses }) => ({ id: idOf(statuses), name, category, statuses })),
    ...categories.flatMap((category) => {
      const statuses = rest.filter((one) => one.category === category).flatMap((one) => one.statuses);
      return statuses.length === 0 ? [] : [{ id: `other-${category}`, name: otherNames[category], category, statuses }];
    }),
  ];
}
