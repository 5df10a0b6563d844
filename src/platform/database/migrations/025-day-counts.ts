import { id, table } from './migration';
import type { Migration } from './migration';

export const dayCounts: readonly Migration[] = [
  {
    name: '025-day-counts',
    // how the defects of a version stood at the end of each day (UTC), compressed
    statement: table('day_counts', [
      `project_id ${id} NOT NULL`,
      `version_id ${id} NOT NULL`,
      'body MEDIUMTEXT NOT NULL',
      // what was counted, and by which rules: where that differs now it is counted again
      'stamp VARCHAR(100) NOT NULL',
      'PRIMARY KEY (project_id, version_id)',
    ]),
  },
];
