import { id, instant, table } from './migration';
import type { Migration } from './migration';

/** What people and the app decide about gates beside their rows, one row each; what happened to it stands in the body, event by event. */
export const controls: readonly Migration[] = [
  {
    name: '029-controls',
    statement: table('controls', [
      // hold, override, nomination, ...: each has a store in gates/shell
      'kind VARCHAR(16) NOT NULL',
      // known to its kind, such as <id of the version>-<n>
      'id VARCHAR(60) NOT NULL',
      `project_id ${id} NOT NULL`,
      // empty where it is about no version, or no issue
      `version_id ${id} NOT NULL`,
      `issue_id ${id} NOT NULL`,
      'state VARCHAR(12) NOT NULL',
      // when its state is over, by the time
      `over_at ${instant}`,
      // how many events it has: of two who change it, one finds the number that he has read
      'revision INT NOT NULL',
      // up to which of them the ledger has them
      'entered INT NOT NULL',
      'body LONGTEXT NOT NULL',
      'PRIMARY KEY (kind, id)',
      'KEY controls_of_version (version_id, kind, state)',
      'KEY controls_of_issue (issue_id, kind)',
      'KEY controls_of_project (project_id, kind, state)',
      'KEY controls_by_time (kind, state, over_at)',
    ]),
  },
];
