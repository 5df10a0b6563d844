import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const behaviours: readonly Migration[] = [
  {
    name: '017-behaviours',
    // how a defect behaves in each stage: what people said and what facts say stand apart, so that neither overwrites the other
    statement: table('behaviours', [
      `defect_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // JSON: the newest word of a person by stage
      'said TEXT',
      // how often that was changed: who finds another number was not the only one
      'said_revision INT NOT NULL',
      // JSON: what facts say by stage
      'facts TEXT',
      // the text that the custom field was given last
      'shown VARCHAR(300)',
      // 1 while the field may have to be written
      'to_show INT NOT NULL',
      `changed_at ${instant} NOT NULL`,
      'KEY behaviours_of_project (project_id, changed_at)',
      'KEY behaviours_to_show (to_show, changed_at)',
    ]),
  },
];
