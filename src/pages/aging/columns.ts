import { pace, workflowOrder } from '../../analytics';
import type { Reference } from '../../analytics';
import { agingSeverities } from '../../contracts/aging';
import { doneCategory } from '../../defects';
import { leastClosed, statusName, windowDays } from './standing';
import type { Standing } from './standing';

/** A column of the chart before anything is counted in it. */
export interface Column {
  /** Id of the status, or the severity. */
  readonly key: string;
  readonly name: string;
  readonly pace: Reference | undefined;
}

/** A status that Jira does not know any more stands after the others. */
const categories = ['new', 'indeterminate', doneCategory];

/**
 * Statuses that are not done in the order of the workflow, as defects went through it. Those that nobody is in are there where enough
 * closed ones came through.
 * @param isHeld whether anything shown is in the status of this id
 * @param group only closed ones of this severity set the pace; null for all
 */
export function statusColumns(standing: Standing, isHeld: (id: string) => boolean, group: number | null): Column[] {
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
    .map((place) => ({ key: dictionary[place] ?? '', name: statusName(history, dictionary[place] ?? null), pace: paces[place] }))
    .filter(({ key }) => history.statuses.get(key)?.category !== doneCategory)
    .filter((column) => isHeld(column.key) || (column.pace?.restsOn ?? 0) >= leastClosed);
}

/** Severities, worst first; a missing one stands last. */
export function severityColumns({ aged }: Standing, isHeld: (severity: string) => boolean): Column[] {
  return agingSeverities
    .map((key, place) => ({ key, name: key === 'none' ? 'Not set' : key, pace: aged.references[place] }))
    .filter(({ key, pace: reference }) => isHeld(key) || (reference?.restsOn ?? 0) >= leastClosed);
}
