import type { BroughtBy } from './introduction';
import type { Lifetimes } from './log-rank';

/** What is known of when a defect came, was found, taken up and ended. Moments are milliseconds since 1970; NaN for what never was. */
export interface StampedDefect {
  readonly created: number;
  /** NaN while it is open. */
  readonly ended: number;
  /** The first change of its status, and the first time that somebody was assigned after its creation. */
  readonly moved: number;
  readonly assigned: number;
  /** Environment that people named. */
  readonly detectedIn: string | null;
  readonly firstSeen: (BroughtBy & { readonly at: number; readonly environment: string | null }) | null;
  /** What somebody said brought it in. */
  readonly origin: BroughtBy | null;
  /** Names of the versions that have it, as people said. */
  readonly affected: readonly string[];
}

/** Four moments of a defect or an incident, in milliseconds since 1970. */
export interface Stamps {
  /** Where it was detected; null where nobody told. */
  readonly environment: string | null;
  /** NaN where that is not known. */
  readonly introduced: number;
  /** It seems to have come after it was found: the facts contradict each other, so that its introduction counts as unknown. */
  readonly contradicted: boolean;
  readonly detected: number;
  /** NaN while nobody has taken it up; null where nothing could tell. */
  readonly acknowledged: number | null;
  /** NaN while it lasts. */
  readonly resolved: number;
}

/**
 * The stamps of a defect: *detected* when it was created, or seen first where that is earlier, in the environment that people named, or
 * else where it was seen first; *introduced* there by what somebody said brought it in, or else by what ran when it was seen first, or else
 * by the first of the versions that are said to have it; *acknowledged* by the first change of its status or the first assignment, or else by its end; *resolved* by its end.
 * @param introducedBy see `introductionsBy`
 */
export function stampsOf(defect: StampedDefect, introducedBy: (what: BroughtBy, environment: string) => number): Stamps {
  const { created, ended, moved, assigned, firstSeen } = defect;
  const detected = Math.min(created, firstSeen?.at ?? Infinity);
  const environment = defect.detectedIn ?? firstSeen?.environment ?? null;
  const introduced = environment === null ? NaN : introductionOf(defect, (what) => introducedBy(what, environment));
  const acknowledged = sooner(sooner(moved, assigned), ended);
  const known = trusted(introduced, detected);
  return {
    environment,
    detected,
    introduced: known.introduced,
    contradicted: known.contradicted,
    // The greater of two is NaN where one of them is.
    acknowledged: Math.max(detected, acknowledged),
    resolved: Math.max(detected, ended),
  };
}

function introductionOf({ origin, firstSeen, affected }: StampedDefect, introducedBy: (what: BroughtBy) => number): number {
  if (origin !== null) return introducedBy(origin);
  const seen = firstSeen === null ? NaN : introducedBy(firstSeen);
  if (!Number.isNaN(seen)) return seen;
  return affected.reduce((first, version) => sooner(first, introducedBy({ version, build: null, commit: null })), NaN);
}

/** Of two moments, each of which may never have been. */
function sooner(a: number, b: number): number {
  return Number.isNaN(a) || b < a ? b : a;
}

/** An introduction that can be: not after the detection. */
export function trusted(introduced: number, detected: number): Pick<Stamps, 'introduced' | 'contradicted'> {
  const contradicted = introduced > detected;
  return { introduced: contradicted ? NaN : introduced, contradicted };
}

/** How long it took to detect, acknowledge and repair what was detected, in milliseconds. */
export interface RepairTimes {
  /** From the introduction; those whose introduction is unknown are missing. */
  readonly detect: Lifetimes;
  /** From the detection; those of which nothing could tell are missing. */
  readonly acknowledge: Lifetimes;
  /** From the detection. */
  readonly repair: Lifetimes;
}

/** @param now milliseconds since 1970: what has not happened until then has lasted so long, at least */
export function repairTimes(stamps: readonly Stamps[], now: number): RepairTimes {
  const known = stamps.filter(({ introduced }) => !Number.isNaN(introduced));
  const told = stamps.flatMap(({ detected, acknowledged }) =>
    acknowledged === null ? [] : [{ from: detected, to: acknowledged }],
  );
  return {
    detect: lifetimes(
      known.map(({ introduced, detected }) => ({ from: introduced, to: detected })),
      now,
    ),
    acknowledge: lifetimes(told, now),
    repair: lifetimes(
      stamps.map(({ detected, resolved }) => ({ from: detected, to: resolved })),
      now,
    ),
  };
}

function lifetimes(all: readonly { readonly from: number; readonly to: number }[], now: number): Lifetimes {
  return {
    times: Float64Array.from(all, ({ from, to }) => Math.max(0, (to <= now ? to : now) - from)),
    hasEnded: Uint8Array.from(all, ({ to }) => (to <= now ? 1 : 0)),
  };
}
