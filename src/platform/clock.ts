import type { Instant } from '../kernel/instant';

/** The present moment. Entry points read it once and hand it on, so that everything inside takes time as an argument. */
export function readClock(): Instant {
  return new Date().toISOString();
}
