import { table } from './migration';
import type { Migration } from './migration';

export const points: readonly Migration[] = [
  {
    name: '009-points-used',
    statement: table('points_used', [
      // UTC, e.g. 2026-11-02T09
      'hour VARCHAR(13) NOT NULL PRIMARY KEY',
      'used BIGINT NOT NULL DEFAULT 0',
      // what the readings of whole projects took or have put aside for the batch under way
      'reading BIGINT NOT NULL DEFAULT 0',
    ]),
  },
];
