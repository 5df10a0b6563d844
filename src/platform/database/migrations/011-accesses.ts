import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const accesses: readonly Migration[] = [
  {
    name: '011-accesses',
    statement: table('accesses', [
      `project_id ${id} NOT NULL`,
      'day VARCHAR(10) NOT NULL',
      'pseudonym VARCHAR(32) NOT NULL',
      // opened or exported
      'act VARCHAR(10) NOT NULL',
      'what VARCHAR(40) NOT NULL',
      'subject VARCHAR(80) NOT NULL',
      `first_at ${instant} NOT NULL`,
      `last_at ${instant} NOT NULL`,
      'times INT NOT NULL',
      'PRIMARY KEY (project_id, day, pseudonym, act, what, subject)',
      'KEY accesses_by_day (day)',
    ]),
  },
];
