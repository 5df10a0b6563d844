import type { DatabaseAddress } from '../forge/sql/database';

/** A running MySQL-like database for one sandbox. */
export interface Database {
  readonly address: DatabaseAddress;
  /** How it was found, in a sentence for the console. */
  readonly note: string;
  stop(): Promise<void>;
}
