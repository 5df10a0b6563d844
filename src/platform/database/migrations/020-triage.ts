import { id, instant, table } from './migration';
import type { Migration } from './migration';

/** People are known by their pseudonyms here: who is forgotten there is forgotten in all of these. */
const person = 'VARCHAR(32)';

export const triage: readonly Migration[] = [
  {
    name: '020-triage-sessions',
    statement: table('triage_sessions', [
      'id VARCHAR(36) NOT NULL PRIMARY KEY',
      `project_id ${id} NOT NULL`,
      'title VARCHAR(100) NOT NULL',
      // open or closed
      'state VARCHAR(8) NOT NULL',
      `opened_at ${instant} NOT NULL`,
      `closed_at ${instant}`,
      // the defect that everybody looks at
      `current_id ${id}`,
      // grows by one with everything that happens in it
      'revision INT NOT NULL',
      // when it was closed: how many were decided, and how many left
      'decided INT NOT NULL',
      'undecided INT NOT NULL',
      'KEY triage_sessions_of_project (project_id, state, opened_at)',
      'KEY triage_sessions_opened (state, opened_at)',
      'KEY triage_sessions_closed (state, closed_at)',
    ]),
  },
  {
    name: '020-triage-items',
    statement: table('triage_items', [
      'session_id VARCHAR(36) NOT NULL',
      `defect_id ${id} NOT NULL`,
      // place in the queue when the session was opened: 0, 1, 2, …
      'place INT NOT NULL',
      // waiting, voting, revealed or decided
      'state VARCHAR(8) NOT NULL',
      'skipped INT NOT NULL',
      // 1 where it was revealed and ratings were more than a step apart
      'disagreed TINYINT NOT NULL',
      'PRIMARY KEY (session_id, defect_id)',
      'KEY triage_items_of_defect (defect_id, disagreed)',
    ]),
  },
  {
    name: '020-triage-votes',
    // seats and ratings: one row a person and defect, so that nobody writes over what another says
    statement: table('triage_votes', [
      'session_id VARCHAR(36) NOT NULL',
      // empty for the seat: who takes part, as what, and when last seen
      `defect_id ${id} NOT NULL`,
      `person ${person} NOT NULL`,
      // development, qa or operations
      'role VARCHAR(12) NOT NULL',
      'risk TINYINT NOT NULL',
      'impact TINYINT NOT NULL',
      `at ${instant} NOT NULL`,
      'PRIMARY KEY (session_id, defect_id, person)',
    ]),
  },
  {
    name: '020-triage-decisions',
    // one row for each time that a defect waits, or waited, to be decided
    statement: table('triage_decisions', [
      `defect_id ${id} NOT NULL`,
      // when its clock started
      `started_at ${instant} NOT NULL`,
      `project_id ${id} NOT NULL`,
      // waiting, stands, lapsed or replaced
      'state VARCHAR(8) NOT NULL',
      // of the clock: none, warned, overdue, escalated or defaulted
      'step VARCHAR(10) NOT NULL',
      // normal, release-candidate or hotfix, as it was when a step was taken or it was decided
      'cycle VARCHAR(20) NOT NULL',
      // 1 where it is the first decision or follows a lapse, 0 where somebody thought better of a decision: then nobody waited
      'waited TINYINT NOT NULL',
      `decided_at ${instant}`,
      `decided_by ${person}`,
      'kind VARCHAR(16)',
      `version_id ${id}`,
      'session_id VARCHAR(36)',
      // JSON: what was chosen and what it rests on
      'body TEXT',
      // when it lapsed or was replaced, and why
      `ended_at ${instant}`,
      'because VARCHAR(300)',
      // of its comment: none, session (it waits for the end of the session), due, writing, written or refused
      'told VARCHAR(8) NOT NULL',
      'PRIMARY KEY (defect_id, started_at)',
      'KEY triage_decisions_of_project (project_id, state, started_at)',
      'KEY triage_decisions_by_age (project_id, started_at)',
      'KEY triage_decisions_of_session (session_id)',
      'KEY triage_decisions_to_tell (told, project_id)',
    ]),
  },
  {
    name: '020-triage-questions',
    statement: table('triage_questions', [
      // of the decision that asked it
      'id VARCHAR(64) NOT NULL PRIMARY KEY',
      `project_id ${id} NOT NULL`,
      `defect_id ${id} NOT NULL`,
      `asked_by ${person} NOT NULL`,
      `asked ${person} NOT NULL`,
      'question VARCHAR(500) NOT NULL',
      `asked_at ${instant} NOT NULL`,
      `expires_at ${instant} NOT NULL`,
      // open, answered or expired
      'state VARCHAR(8) NOT NULL',
      'answer TEXT',
      `answered_at ${instant}`,
      'KEY triage_questions_of_defect (defect_id, asked_at)',
      'KEY triage_questions_due (project_id, state, expires_at)',
    ]),
  },
];
