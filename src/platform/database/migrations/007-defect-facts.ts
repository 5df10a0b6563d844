import { id, instant, table } from './migration';
import type { Migration } from './migration';

/** What a defect names beside its versions, as it is now; rows count as those of 002-defects do. */
export const defectFacts: readonly Migration[] = [
  {
    name: '007-defect-components',
    statement: table('defect_components', [
      `defect_id ${id} NOT NULL`,
      `component_id ${id} NOT NULL`,
      'name VARCHAR(255) NOT NULL',
      `read_at ${instant} NOT NULL`,
      'PRIMARY KEY (defect_id, component_id, read_at)',
    ]),
  },
  {
    name: '007-defect-links',
    statement: table('defect_links', [
      `defect_id ${id} NOT NULL`,
      `link_id ${id} NOT NULL`,
      // name of the link type
      'type VARCHAR(255) NOT NULL',
      // inward or outward: on which side of the link the other issue stands
      'direction VARCHAR(10) NOT NULL',
      `other_id ${id} NOT NULL`,
      'other_key VARCHAR(255) NOT NULL',
      `read_at ${instant} NOT NULL`,
      'PRIMARY KEY (defect_id, link_id, read_at)',
    ]),
  },
];
