import { between, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { heldSpans } from './deferral';
import type { Deferral } from './deferral';

/** For how long a deferral held: times that are over, and the one that is not closed yet. */
export interface HeldTime {
  /** Milliseconds. */
  readonly ms: number;
  /** Since when it is kept as holding; null where it is not. */
  readonly from: Instant | null;
  /** Its expiry: what is kept as holding holds no longer than that. */
  readonly until: Instant;
}

export function heldTimeOf(deferral: Deferral): HeldTime {
  const spans = heldSpans(deferral, deferral.expiresAt);
  const isOpen = deferral.state === 'approved';
  const closed = isOpen ? spans.slice(0, -1) : spans;
  const ms = closed.reduce((sum, { from, to }) => sum + Math.max(0, between(from, to)), 0);
  return { ms, from: isOpen ? (spans.at(-1)?.from ?? null) : null, until: deferral.expiresAt };
}

/**
 * From when the resolution target of a defect counts: its creation, moved by the time during which deferrals held. The clock stands
 * while one holds and goes on with the time that was left, so that no defect comes back breached by its deferral. One that was late
 * before stays as late as it was.
 * @param held of all deferrals of this defect
 */
export function clockFrom(createdAt: Instant, held: readonly HeldTime[], now: Instant): Instant {
  const paused = held.reduce((sum, { ms, from, until }) => {
    const running = from === null ? 0 : Math.max(0, between(from, until < now ? until : now));
    return sum + ms + running;
  }, 0);
  return paused === 0 ? createdAt : plus(createdAt, paused);
}

/** The same as it will be once the deferral that holds is over: right from its expiry on, even if nobody writes at that moment. */
export function clockAfterAll(createdAt: Instant, held: readonly HeldTime[]): Instant {
  const last = held
    .map(({ until }) => until)
    .sort()
    .at(-1);
  return last === undefined ? createdAt : clockFrom(createdAt, held, last);
}
