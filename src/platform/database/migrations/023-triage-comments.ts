import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const triageComments: readonly Migration[] = [
  {
    name: '023-triage-comments',
    // comments that triage owes to issues beside those of its decisions, each to be written once
    statement: table('triage_comments', [
      // by which the comment is found again on its issue
      'id VARCHAR(120) NOT NULL PRIMARY KEY',
      `project_id ${id} NOT NULL`,
      `defect_id ${id} NOT NULL`,
      // answer (to a question) or left (open by a session)
      'kind VARCHAR(8) NOT NULL',
      // id of the question or the session
      'about VARCHAR(64) NOT NULL',
      `owed_at ${instant} NOT NULL`,
      // due, writing, written or refused
      'told VARCHAR(8) NOT NULL',
      'KEY triage_comments_to_tell (told, project_id)',
    ]),
  },
];
