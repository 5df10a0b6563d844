import type { WorkflowStatus } from '../../contracts/flow';
import type { ProjectHistory } from '../charts/visible-history';
import { namedStatuses } from './named-statuses';
import type { GroupedStatuses } from './status-groups';

/** The statuses of a history, with the bands that they are in and the defects in them now. */
export function workflowOf(history: ProjectHistory, { groups, placeOf }: GroupedStatuses): WorkflowStatus[] {
  const now = new Map<string, number>();
  for (const { statusId } of history.rows) now.set(statusId, (now.get(statusId) ?? 0) + 1);
  return namedStatuses(history).map(({ id, ids, name, category }) => {
    const group = groups[placeOf(id) ?? -1];
    return {
      ...{ id, name, category, band: group?.counted === true ? group.id : null },
      now: ids.reduce((sum, one) => sum + (now.get(one) ?? 0), 0),
    };
  });
}
