import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const history: readonly Migration[] = [
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
