import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const scores: readonly Migration[] = [
  {
    name: '017-scores',
    // the weighted priority of each defect, with what it was made of
    statement: table('scores', [
      `defect_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // 0 to 100
      'score INT NOT NULL',
      // name of the formula, its day
      'formula VARCHAR(10) NOT NULL',
      // hash of what it was made of: what did not change is not written again
      'made_of VARCHAR(64) NOT NULL',
      // JSON: value, weight and points of each term
      'terms TEXT NOT NULL',
      // JSON: what was known of the defect
      'inputs TEXT NOT NULL',
      // JSON: what was known of it in its first days
      'early TEXT',
      // JSON: the last changes of the score, newest first
      'changes TEXT NOT NULL',
      // what the field in Jira is known to hold
      'written INT',
      // 1 while the field is still to be given the score
      'pending TINYINT NOT NULL',
      `at ${instant} NOT NULL`,
      'KEY scores_of_project (project_id, score)',
      'KEY scores_to_write (pending, project_id)',
    ]),
  },
];
