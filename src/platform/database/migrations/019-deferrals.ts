import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const deferrals: readonly Migration[] = [
  {
    name: '019-deferrals',
    // one row a request; what happened to it stands in the body, event by event
    statement: table('deferrals', [
      // <id of the defect>-<n>
      'id VARCHAR(30) NOT NULL PRIMARY KEY',
      `project_id ${id} NOT NULL`,
      `issue_id ${id} NOT NULL`,
      // the defect again while it is requested or approved: a defect has one such deferral at most
      `open_of ${id}`,
      // requested, approved, refused, expired, withdrawn or fulfilled
      'state VARCHAR(10) NOT NULL',
      `expires_at ${instant} NOT NULL`,
      // for how long it held, in milliseconds, without the time since held_from, which is set while it is approved
      'held_ms BIGINT NOT NULL',
      `held_from ${instant}`,
      // how many events it has: of two who change it, one finds the number that he has read
      'revision INT NOT NULL',
      // up to which of them the ledger has them; an approval counts once it is there
      'entered INT NOT NULL',
      // whether something that follows from the last event is still to be done
      'owed TINYINT NOT NULL',
      // the same for everything that was asked for at once
      'batch CHAR(64) NOT NULL',
      `requested_at ${instant} NOT NULL`,
      'body LONGTEXT NOT NULL',
      'UNIQUE KEY deferrals_open (open_of)',
      'KEY deferrals_of_issue (issue_id)',
      'KEY deferrals_of_project (project_id, state, expires_at)',
      'KEY deferrals_by_age (project_id, requested_at)',
      'KEY deferrals_owed (owed)',
    ]),
  },
];
