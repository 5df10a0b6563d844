import { day, dayOf, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import type { SlaTargetDays } from '../governance';
import type { ScoreInputs, SeenDay } from './inputs';

/** How long after its creation a defect is new, in days: what is known by then is what a score had to go by. */
export const earlyDays = 3;

export interface EarlyFacts {
  /** What was kept at the time; null of a defect from before scores were kept. */
  readonly kept: ScoreInputs | null;
  readonly createdAt: Instant;
  /** The severity that it had then. */
  readonly severity: Severity | null;
  readonly seen: readonly SeenDay[];
  readonly targets: SlaTargetDays;
}

/**
 * What was known of a defect in its first days. Where it was not kept, only what histories tell: its severity and when it was seen; the
 * other fields may have been filled in later, so that they count as not said. The stage in which it was first seen is left out always:
 * whether users saw it first is one of the things that a score is held against.
 */
export function earlyInputs({ kept, createdAt, severity, seen, targets }: EarlyFacts): ScoreInputs {
  if (kept !== null) return { ...kept, places: kept.places.filter(({ from }) => from === 'cell') };
  const until = dayOf(earlyMoment(createdAt));
  return {
    seen: seen.filter(({ day: on }) => on <= until),
    usersAffected: null,
    usersFrom: null,
    workaround: null,
    severity,
    places: [],
    createdAt,
    targetDays: severity === null ? null : targets[severity],
  };
}

export function earlyMoment(createdAt: Instant): Instant {
  return plus(createdAt, earlyDays * day);
}
