import { id, instant, table } from './migration';
import type { Migration } from './migration';

/** Holds and overrides, one row each; what happened to it stands in the body, event by event. */
export const holds: readonly Migration[] = [
  {
    name: '028-gate-controls',
    statement: table('gate_controls', [
      // of a hold <id of the version>-<n>, of an override <id of the version>-<key of the stage>-<n>
      'id VARCHAR(60) NOT NULL PRIMARY KEY',
      // hold or override
      'kind VARCHAR(8) NOT NULL',
      `project_id ${id} NOT NULL`,
      `version_id ${id} NOT NULL`,
      'state VARCHAR(10) NOT NULL',
      // when the state of an override is over, by the time
      `over_at ${instant}`,
      // how many events it has: of two who change it, one finds the number that he has read
      'revision INT NOT NULL',
      // up to which of them the ledger has them
      'entered INT NOT NULL',
      'body LONGTEXT NOT NULL',
      'KEY gate_controls_of_version (version_id, kind, state)',
      'KEY gate_controls_by_time (kind, state, over_at)',
    ]),
  },
];
