import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const messages: readonly Migration[] = [
  {
    name: '016-messages',
    // what happened, what is gathered of it, and what is told: one table, so that all of it ages alike
    statement: table('messages', [
      // event:<hash>, gathered:<project> or message:<id>:<channel>
      'id VARCHAR(80) NOT NULL PRIMARY KEY',
      `project_id ${id} NOT NULL`,
      // event, gathered or message
      'kind VARCHAR(10) NOT NULL',
      // of an event waiting or taken, of a message waiting, sending, sent, refused, nobody or nowhere
      'state VARCHAR(10) NOT NULL',
      // when it happened, or was decided
      `at ${instant} NOT NULL`,
      // when something is to be done with it; of a message that is being sent, when others may take it over
      `due_at ${instant}`,
      // how often it was changed: who finds another number was not the only one
      'revision INT NOT NULL',
      'body LONGTEXT NOT NULL',
      // why it was refused
      'because VARCHAR(300)',
      'KEY messages_due (kind, state, due_at)',
      'KEY messages_of_project (project_id, kind, state, at)',
      'KEY messages_by_age (kind, at)',
    ]),
  },
];
