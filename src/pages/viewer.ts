import type { Instant } from '../kernel/instant';

/** The person at the screen, and the moment of the call. */
export interface Viewer {
  readonly accountId: string;
  readonly now: Instant;
}
