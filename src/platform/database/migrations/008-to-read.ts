import { id, table } from './migration';
import type { Migration } from './migration';

export const toRead: readonly Migration[] = [
  {
    name: '008-to-read',
    // issues that the reading of a project under way has still to read
    statement: table('to_read', [`project_id ${id} NOT NULL`, `issue_id ${id} NOT NULL`, 'PRIMARY KEY (project_id, issue_id)']),
  },
];
