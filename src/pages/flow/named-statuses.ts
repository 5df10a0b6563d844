import { workflowOrder } from '../../analytics';
import { doneCategory } from '../../defects';
import type { ProjectHistory } from '../charts/visible-history';

export const categories = ['new', 'indeterminate', doneCategory] as const;
export type Category = (typeof categories)[number];

/** Statuses of one name and category, as each team-managed project of a site has its own. */
export interface NamedStatuses {
  /** The smallest of their ids. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly name: string;
  readonly category: Category;
  /** Their places in the dictionary of the history. */
  readonly statuses: readonly number[];
  /** How often a defect came to one of them. */
  readonly visits: number;
}

const gone = 'A status that is gone';
/** The id of statuses whose id nobody knows. */
export const unknownStatus = 'unknown';

/** A status that nobody knows any more counts as in progress: it was not done as far as anybody can tell. */
function known({ statuses, rows }: ProjectHistory, id: string | null): { name: string; category: Category } {
  const row = rows.find(({ statusId }) => statusId === id);
  const status = id === null ? undefined : statuses.get(id);
  const category = status?.category ?? row?.category;
  return {
    name: status?.name ?? row?.status ?? gone,
    category: categories.find((one) => one === category) ?? 'indeterminate',
  };
}

/** The statuses that a defect of the history ever had, in the order of the workflow. */
export function namedStatuses(history: ProjectHistory): NamedStatuses[] {
  const { dictionary, values, offsets, from } = history.status;
  const visits = new Uint32Array(dictionary.length);
  for (const value of values) visits[value] = (visits[value] ?? 0) + 1;
  const byName = new Map<string, { name: string; category: Category; statuses: number[]; visits: number }>();
  dictionary.forEach((id, status) => {
    if (visits[status] === 0) return;
    const { name, category } = known(history, id);
    const key = `${category} ${name}`;
    const group = byName.get(key) ?? { name, category, statuses: [], visits: 0 };
    byName.set(key, group);
    group.statuses.push(status);
    group.visits += visits[status] ?? 0;
  });
  const named = [...byName.values()].map((group) => {
    const ids = group.statuses.map((status) => dictionary[status] ?? unknownStatus).sort();
    return { ...group, id: ids[0] ?? unknownStatus, ids };
  });
  const placeByStatus = new Uint16Array(dictionary.length);
  named.forEach(({ statuses }, place) => statuses.forEach((status) => (placeByStatus[status] = place)));
  const order = workflowOrder(
    { offsets, from, values: values.map((value) => placeByStatus[value] ?? 0) },
    Uint8Array.from(named, ({ category }) => categories.indexOf(category)),
  );
  return order.flatMap((place) => named[place] ?? []);
}
