import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const lookBacks: readonly Migration[] = [
  {
    name: '010-look-backs',
    // what the gates would have said of a project's last releases, as JSON
    statement: table('look_backs', [`project_id ${id} NOT NULL PRIMARY KEY`, 'body LONGTEXT NOT NULL', `at ${instant} NOT NULL`]),
  },
];
