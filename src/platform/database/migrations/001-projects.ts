import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const projects: readonly Migration[] = [
  {
    name: '001-projects',
    statement: table('projects', [
      `id ${id} NOT NULL PRIMARY KEY`,
      'project_key VARCHAR(255) NOT NULL',
      'name VARCHAR(255) NOT NULL',
      // reading, ready or failed
      'state VARCHAR(10) NOT NULL',
      'done INT NOT NULL DEFAULT 0',
      'total INT',
      // when this reading began, and its last sign of life
      `since_at ${instant} NOT NULL`,
      `beat_at ${instant} NOT NULL`,
      'message TEXT',
      // Jira has been read up to here
      `read_up_to ${instant}`,
      // grows with every change of what is stored of the project
      'changes BIGINT NOT NULL DEFAULT 0',
      'versions_stale TINYINT NOT NULL DEFAULT 0',
      // since when a message is on its way; NULL where none is
      `wake_at ${instant}`,
      'removed TINYINT NOT NULL DEFAULT 0',
    ]),
  },
  {
    name: '001-versions',
    statement: table('versions', [
      `id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      'name VARCHAR(255) NOT NULL',
      'start_date VARCHAR(10)',
      'release_date VARCHAR(10)',
      'released TINYINT NOT NULL',
      'archived TINYINT NOT NULL',
      'KEY versions_by_project (project_id)',
    ]),
  },
];
