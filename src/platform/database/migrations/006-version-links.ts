import { id, table } from './migration';
import type { Migration } from './migration';

export const versionLinks: readonly Migration[] = [
  {
    name: '006-version-links',
    // versions whose release page in Jira links to their readiness
    statement: table('version_links', [
      `version_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      'KEY version_links_by_project (project_id)',
    ]),
  },
];
