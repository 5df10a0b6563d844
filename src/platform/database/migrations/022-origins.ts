import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const origins: readonly Migration[] = [
  {
    name: '022-origins',
    // which change or version brought a defect in, as a person says
    statement: table('origins', [
      `defect_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // version, commit, build or issue
      'kind VARCHAR(8) NOT NULL',
      // id of the version or the issue, hash of the commit, name of the build
      'value VARCHAR(255) NOT NULL',
      // how people call it
      'label VARCHAR(255) NOT NULL',
      // the release that it came with; NULL where nobody knows
      `version_id ${id}`,
      `set_at ${instant} NOT NULL`,
      // pseudonym
      'set_by VARCHAR(32) NOT NULL',
      'KEY origins_of_project (project_id, kind, value)',
    ]),
  },
  {
    name: '022-escalations',
    // how far a defect that waits for a decision has come on the ladder of its rota
    statement: table('escalations', [
      `defect_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // when the clock started
      `since_at ${instant} NOT NULL`,
      // the highest that people were told of
      'step INT NOT NULL',
      'KEY escalations_of_project (project_id, since_at)',
    ]),
  },
];
