import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const duplicateLinks: readonly Migration[] = [
  {
    name: '021-duplicate-pairs',
    // what people said of two defects: that they are the same, or that they are not
    statement: table('duplicate_pairs', [
      // of the same: the one that is a duplicate; of others: the one with the smaller id
      `defect_id ${id} NOT NULL`,
      `other_id ${id} NOT NULL`,
      // same or refused: a refusal is remembered whatever is linked later
      'kind VARCHAR(8) NOT NULL',
      `project_id ${id} NOT NULL`,
      // linked, merging, merged, undone (its link was removed in Jira) or refused
      'state VARCHAR(8) NOT NULL',
      // pseudonym of a person
      'by_person VARCHAR(40) NOT NULL',
      `at ${instant} NOT NULL`,
      // 1 once the store has seen its link in Jira: only a link that was there can be gone
      'link_seen TINYINT NOT NULL',
      // 1 while the ledger may not have it
      'owed TINYINT NOT NULL',
      // JSON: what went from the one to the other, and how the entry names the two
      'body LONGTEXT NOT NULL',
      'PRIMARY KEY (defect_id, other_id, kind)',
      'KEY duplicate_pairs_by_other (other_id, kind)',
      'KEY duplicate_pairs_owed (project_id, owed)',
    ]),
  },
  {
    name: '021-duplicate-suggestions',
    // what was suggested to people, as it was first shown, and what they said to it
    statement: table('duplicate_suggestions', [
      `defect_id ${id} NOT NULL`,
      `other_id ${id} NOT NULL`,
      `project_id ${id} NOT NULL`,
      // 1 for the most likely
      'place INT NOT NULL',
      // 1 where it was said to be a likely duplicate
      'claimed TINYINT NOT NULL',
      `shown_at ${instant} NOT NULL`,
      // shown, accepted or refused
      'answer VARCHAR(8) NOT NULL',
      'PRIMARY KEY (defect_id, other_id)',
      'KEY duplicate_suggestions_of_project (project_id, claimed, answer)',
    ]),
  },
];
