import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const deliveries: readonly Migration[] = [
  {
    name: '014-deliveries',
    // what pipelines sent; the body is kept until it has been worked off, the row so that it is not taken twice
    statement: table('deliveries', [
      'source VARCHAR(60) NOT NULL',
      // SHA-256 of the idempotency key
      'key_hash VARCHAR(64) NOT NULL',
      `project_id ${id} NOT NULL`,
      'type VARCHAR(20) NOT NULL',
      // waiting, done or unusable
      'state VARCHAR(10) NOT NULL',
      // of what came in parts: SHA-256 of what names the whole, this one's number and how many there are; else empty, 1 and 1
      'whole VARCHAR(64) NOT NULL',
      'part INT NOT NULL',
      'parts INT NOT NULL',
      `received_at ${instant} NOT NULL`,
      // compressed JSON, masked
      'body LONGTEXT',
      // why it could not be used
      'because VARCHAR(300)',
      'PRIMARY KEY (source, key_hash)',
      'KEY deliveries_to_do (project_id, state, received_at)',
      'KEY deliveries_by_state (state, received_at)',
      'KEY deliveries_by_source (source, state, received_at)',
      'KEY deliveries_by_age (received_at)',
    ]),
  },
];
