import { chartRowsOf, historyColumnsOf, knownStatuses } from '../../defects/shell';
import type { Access } from '../access';
import { visibleHistory } from './visible-history';
import type { ProjectHistory } from './visible-history';

/** Everything that charts of a project are drawn from, without what Jira hides from the viewer. */
export async function projectHistory(projectId: string, access: Access): Promise<ProjectHistory> {
  const [rows, columns, statuses] = await Promise.all([chartRowsOf(projectId), historyColumnsOf(projectId), knownStatuses()]);
  return visibleHistory({ rows, columns, statuses }, access);
}
