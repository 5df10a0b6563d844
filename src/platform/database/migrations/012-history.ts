import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const history: readonly Migration[] = [
  {
    name: '012-snapshots',
    // how many defects stood where at the end of a day (UTC)
    statement: table('snapshots', [
      `project_id ${id} NOT NULL`,
      'day VARCHAR(10) NOT NULL',
      // `*` counts all of the project
      `version_id ${id} NOT NULL`,
      'severity VARCHAR(4) NOT NULL',
      'status_category VARCHAR(30) NOT NULL',
      'age_band VARCHAR(5) NOT NULL',
      // empty where there is none
      'security_level VARCHAR(20) NOT NULL',
      'n INT NOT NULL',
      'PRIMARY KEY (project_id, day, version_id, severity, status_category, age_band, security_level)',
    ]),
  },
  {
    name: '012-history-chunks',
    // histories of the defects of a thousand issue numbers as compressed columns
    statement: table('history_chunks', [
      `project_id ${id} NOT NULL`,
      'n INT NOT NULL',
      'body LONGTEXT NOT NULL',
      // how many defects it had when it was packed, and the newest reading of them: what differs now is packed again
      'defects INT NOT NULL',
      `newest_read_at ${instant} NOT NULL`,
      'PRIMARY KEY (project_id, n)',
    ]),
  },
];
