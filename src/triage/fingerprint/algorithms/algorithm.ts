import type { Trace } from '../failure';

/** What a fingerprint is made from. */
export interface Failure {
  /** Null where the text has no stack trace. */
  readonly trace: Trace | null;
  /** Normalised; of the whole text where it has no trace. */
  readonly message: string;
}

/** A way to tell failures apart. A released one is never changed: stored fingerprints name the one that made them. */
export interface Algorithm {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** @returns the same text for what counts as the same failure; null where there is nothing to tell failures apart by */
  identity(failure: Failure): string | null;
}
