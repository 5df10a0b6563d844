import { id, table } from './migration';
import type { Migration } from './migration';

export const nominations: readonly Migration[] = [
  {
    name: '027-nominations',
    // a defect that somebody takes for a blocker of a release; what happened to it stands in the body, event by event
    statement: table('nominations', [
      `version_id ${id} NOT NULL`,
      `defect_id ${id} NOT NULL`,
      `project_id ${id} NOT NULL`,
      // asked, granted or refused
      'state VARCHAR(10) NOT NULL',
      'revision INT NOT NULL',
      // up to which of its events the ledger has them
      'entered INT NOT NULL',
      'body LONGTEXT NOT NULL',
      'PRIMARY KEY (version_id, defect_id)',
      'KEY nominations_of_defect (defect_id)',
      'KEY nominations_of_project (project_id)',
    ]),
  },
];
