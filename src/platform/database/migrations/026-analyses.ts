import { id, table } from './migration';
import type { Migration } from './migration';

export const analyses: readonly Migration[] = [
  {
    name: '026-analyses',
    // the analysis of what escaped from a release; what happened to it stands in the body, event by event
    statement: table('analyses', [
      `version_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // draft, submitted, approved or returned
      'state VARCHAR(10) NOT NULL',
      // counts its changes: of two who change it, one finds the number that he has read
      'revision INT NOT NULL',
      // how many events it has, and up to which of them the ledger has them; an approval counts once it is there
      'events INT NOT NULL',
      'entered INT NOT NULL',
      'body LONGTEXT NOT NULL',
      'KEY analyses_of_project (project_id)',
    ]),
  },
];
