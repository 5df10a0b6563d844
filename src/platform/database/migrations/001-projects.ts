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
      // an admin stopped reading it
      'paused TINYINT NOT NULL DEFAULT 0',
      // Jira has been asked for everything that the reading under way must read
      'searched TINYINT NOT NULL DEFAULT 0',
      // what its calls to Jira cost
      'points BIGINT NOT NULL DEFAULT 0',
      // Jira asked to be left alone until then
      `wait_until ${instant}`,
      // the last event, the last comparison with Jira, the last daily count
      `event_at ${instant}`,
      `reconciled_at ${instant}`,
      `counted_at ${instant}`,
      'removed TINYINT NOT NULL DEFAULT 0',
      // since when it is known to be gone, and when Jira said that it was deleted for good; else it may come back from the bin
      `removed_at ${instant}`,
      `deleted_at ${instant}`,
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
      // its release page in Jira links to its readiness
      'linked TINYINT NOT NULL DEFAULT 0',
      'KEY versions_by_project (project_id)',
    ]),
  },
];
