import { instant, table } from './migration';
import type { Migration } from './migration';

export const failedExpressions: readonly Migration[] = [
  {
    name: '013-failed-expressions',
    statement: table('failed_expressions', [
      'rule_key VARCHAR(60) NOT NULL',
      // names, as the event says them; empty where it does not
      'workflow VARCHAR(255) NOT NULL',
      'transition VARCHAR(255) NOT NULL',
      'times INT NOT NULL',
      `last_at ${instant} NOT NULL`,
      // of the last time, without what it quotes
      'message VARCHAR(300) NOT NULL',
      'PRIMARY KEY (rule_key, workflow, transition)',
    ]),
  },
];
