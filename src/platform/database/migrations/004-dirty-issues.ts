import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const dirtyIssues: readonly Migration[] = [
  {
    name: '004-dirty-issues',
    statement: table('dirty_issues', [
      `issue_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // new with every event, so that a reading does not clear what came after it began
      'token VARCHAR(36) NOT NULL',
      // Jira said that it was deleted
      'deleted TINYINT NOT NULL',
      // since when it waits: the first of its marks
      `marked_at ${instant} NOT NULL`,
      'KEY dirty_issues_by_project (project_id, marked_at)',
    ]),
  },
];
