import { workflowOrder } from '../../analytics';
import type { StatusSpans } from '../../analytics';
import type { FlowStage } from '../../contracts/flow';
import { doneCategory } from '../../defects';
import type { ProjectHistory } from '../charts/visible-history';
import { categories, namedStatuses, unknownStatus } from './named-statuses';
import type { Category, NamedStatuses } from './named-statuses';

/** Statuses that a flow shows as one. */
export interface StatusGroup {
  /** The smallest id of its statuses. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  /** Whether defects in it are part of the flow. */
  readonly counted: boolean;
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

/** More bands than these cannot be told apart: those with the fewest visits stand together. */
const mostGroups = 12;
const otherNames: Readonly<Record<Category, string>> = {
  ...{ new: 'Others to do', indeterminate: 'Others in progress', [doneCategory]: 'Others done' },
};

/** @param stages what the viewer takes as the stages of the flow; null: each status is one */
export function groupedStatuses(history: ProjectHistory, stages: readonly FlowStage[] | null): GroupedStatuses {
  const { dictionary, offsets, values, from } = history.status;
  const named = namedStatuses(history);
  const groups = inStages(named, stages) ?? gathered(named);
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
  const places = new Map(dictionary.map((id, status) => [id ?? unknownStatus, rank[placeByStatus[status] ?? 0] ?? 0]));
  return {
    groups: ordered.map(({ id, name, category, counted }) => ({ id, name, category, counted })),
    isOpen: Uint8Array.from(ordered, ({ category, counted }) => (counted && category !== doneCategory ? 1 : 0)),
    spans: { ...spans, values: spans.values.map((value) => rank[value] ?? 0) },
    placeOf: (statusId) => places.get(statusId),
  };
}

interface Gathered extends StatusGroup {
  /** Places in the dictionary. */
  readonly statuses: readonly number[];
}

function gathered(named: readonly NamedStatuses[]): Gathered[] {
  const mostVisited = [...named].sort((a, b) => b.visits - a.visits);
  const alone = mostVisited.length <= mostGroups + 1 ? mostVisited : mostVisited.slice(0, mostGroups);
  const rest = mostVisited.slice(alone.length);
  return [
    ...alone.map(({ id, name, category, statuses }) => ({ id, name, category, statuses, counted: true })),
    ...categories.flatMap((category) => {
      const statuses = rest.filter((one) => one.category === category).flatMap((one) => one.statuses);
      return statuses.length === 0
        ? []
        : [{ id: `other-${category}`, name: otherNames[category], category, statuses, counted: true }];
    }),
  ];
}

/**
 * The last stage is the end of the flow: what is in it is done, whatever Jira's category of its statuses is, and what is in another one is
 * not. A status that two stages name is in the first of them.
 * @returns null where the stages name no status that a defect ever had
 */
function inStages(named: readonly NamedStatuses[], stages: readonly FlowStage[] | null): Gathered[] | null {
  if (stages === null) return null;
  const last = stages.length - 1;
  const stageOf = ({ ids }: NamedStatuses): number => stages.findIndex(({ statuses }) => ids.some((id) => statuses.includes(id)));
  const found = stages.flatMap(({ name }, place): Gathered[] => {
    const members = named.filter((one) => stageOf(one) === place);
    const [first] = members;
    if (first === undefined) return [];
    const begun = first.category === doneCategory ? 'indeterminate' : first.category;
    return [
      {
        ...{ id: first.id, name: name ?? members.map((one) => one.name).join(' + '), counted: true },
        category: place === last ? doneCategory : begun,
        statuses: members.flatMap(({ statuses }) => statuses),
      },
    ];
  });
  if (found.length === 0) return null;
  const left = named.filter((one) => stageOf(one) < 0);
  return [...found, ...left.map(({ id, name, category, statuses }) => ({ id, name, category, statuses, counted: false }))];
}
