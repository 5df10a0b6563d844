import type { DefectFacts } from '../../defects';
import { chartRowsOf, columnsWithFacts, knownStatuses } from '../../defects/shell';
import type { Access } from '../access';
import { visibleHistory } from './visible-history';
import type { ProjectHistory } from './visible-history';

/**
 * Everything that charts of a project are drawn from, without what Jira hides from the viewer; with the facts of all its defects, of which
 * only those of the rows are anybody's to show.
 */
export async function projectHistory(projectId: string, access: Access): Promise<ProjectHistory & DefectFacts> {
  const [rows, { columns, facts }, statuses] = await Promise.all([
    chartRowsOf(projectId),
    columnsWithFacts(projectId),
    knownStatuses(),
  ]);
  return { ...visibleHistory({ rows, columns, statuses }, access), ...facts };
}
