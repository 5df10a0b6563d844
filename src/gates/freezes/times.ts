import type { Instant } from '../../kernel/instant';
import type { Freeze, FreezeCause } from './freeze';

/** A time in which a release was frozen, or is. */
export interface FrozenTime {
  readonly cause: FreezeCause;
  readonly since: Instant;
  /** Null while it stands. */
  readonly until: Instant | null;
  /** Whether the release going out ended it; else somebody lifted it, or its day was changed. */
  readonly byRelease: boolean;
}

/** When a freeze stood: once, and again each time that the release was taken back. Oldest first. */
export function frozenTimes({ cause, since, events }: Pick<Freeze, 'cause' | 'since' | 'events'>): FrozenTime[] {
  const times: FrozenTime[] = [];
  for (const { act, at } of events) {
    if (act === 'began' || act === 'resumed')
      times.push({ cause, since: act === 'began' ? since : at, until: null, byRelease: false });
    const last = times.pop();
    if (last !== undefined)
      times.push(act === 'ended' || act === 'released' ? { ...last, until: at, byRelease: act === 'released' } : last);
  }
  return times;
}
