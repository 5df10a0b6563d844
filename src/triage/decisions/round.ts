import type { Instant } from '../../kernel/instant';
import type { ClockStep } from '../clocks';

/** A time that a defect waited, or waits, to be decided, as it is stored. */
interface StoredRound {
  readonly startedAt: Instant;
  readonly state: 'waiting' | 'stands' | 'lapsed' | 'replaced';
  readonly step: ClockStep;
  readonly waited: boolean;
  readonly endedAt: Instant | null;
}

/** Where a defect stands between its report and its decision. */
export interface RoundNow {
  /** When the clock started. */
  readonly startedAt: Instant;
  /** Whether a decision stands: then the clock does not run. */
  readonly decided: boolean;
  readonly step: ClockStep;
  /** False where somebody thought better of a decision: nobody waited for that one. */
  readonly waited: boolean;
}

/**
 * The round that runs, from the newest one that is stored: a defect without any waits since it was reported, and one whose decision
 * lapsed since then.
 */
export function roundNow(createdAt: Instant, latest: StoredRound | undefined): RoundNow {
  if (latest === undefined) return { startedAt: createdAt, decided: false, step: 'none', waited: true };
  const { state, startedAt, step, waited, endedAt } = latest;
  if (state === 'waiting' || state === 'stands') return { startedAt, decided: state === 'stands', step, waited };
  return { startedAt: endedAt ?? startedAt, decided: false, step: 'none', waited: state === 'lapsed' };
}
