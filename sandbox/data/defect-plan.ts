import type { Prng } from './prng';
import type { Incident } from './reports/report';
import { incidentOf } from './reports/report';
import type { PlannedVersion } from './versions';
import { inProductionAt, releasesAfter } from './versions';
import { DAY, HOUR } from './time';

export type Severity = 'S1' | 'S2' | 'S3' | 'S4';
export type OpenStatus = 'open' | 'inProgress' | 'inReview' | 'readyForVerification';

/** How the story of a defect ends by the sandbox's start. */
export type Ending =
  | { readonly kind: 'fixed'; readonly at: number; readonly reopened: boolean }
  | { readonly kind: 'dismissed'; readonly at: number; readonly resolution: 'wontDo' | 'cannotReproduce' }
  | { readonly kind: 'duplicate'; readonly at: number; readonly of: DefectPlan }
  /** Still open: worked on as if it were to be closed at `expectedAt`, which lies after the start. */
  | { readonly kind: 'open'; readonly expectedAt: number; readonly reopened: boolean };

/** Everything about a defect that is decided before its history is written. */
export interface DefectPlan {
  readonly created: number;
  readonly incident: Incident;
  readonly severity: Severity;
  /** Whether the field is filled in: never, by the reporter, or later in triage (perhaps corrected from another value). */
  readonly severitySet: 'never' | 'at creation' | 'in triage' | 'corrected';
  readonly tier: string | null;
  readonly usersAffected: number | null;
  readonly workaround: string | null;
  readonly detectedIn: string;
  readonly affects: PlannedVersion | null;
  /** First target; null for defects that nobody has scheduled. */
  readonly target: PlannedVersion | null;
  /** Open defects of the backlog end here instead of in a version that is about to ship. */
  readonly parkedIn: PlannedVersion | null | 'where it is';
  readonly ending: Ending;
}

/** Median days to resolution; S1 within days, S4 over months. */
const MEDIAN_DAYS: Readonly<Record<Severity, readonly [median: number, sigma: number]>> = {
  S1: [1.2, 0.7],
  S2: [4.5, 0.8],
  S3: [17, 0.85],
  S4: [58, 0.8],
};

export const resolutionTime = (severity: Severity, prng: Prng): number => {
  const [median, sigma] = MEDIAN_DAYS[severity];
  return Math.max(3 * HOUR, prng.logNormal(median, sigma) * DAY);
};

export const severityNumber = (severity: Severity): number => Number(severity.slice(1));

const isEarlyInProduction = (at: number, production: PlannedVersion | null): boolean =>
  production !== null && at - production.releaseAt < 14 * DAY;

const stageOf = (at: number, production: PlannedVersion | null, prng: Prng): string => {
  if (!production)
    return prng.weighted([
      ['test', 65],
      ['staging', 35],
    ]);
  if (!isEarlyInProduction(at, production))
    return prng.weighted([
      ['test', 42],
      ['staging', 33],
      ['canary', 4],
      ['production', 21],
    ]);
  return production.bad
    ? prng.weighted([
        ['test', 6],
        ['staging', 8],
        ['canary', 12],
        ['production', 74],
      ])
    : prng.weighted([
        ['test', 22],
        ['staging', 22],
        ['canary', 11],
        ['production', 45],
      ]);
};

const severityOf = (bad: boolean, stage: string, prng: Prng): Severity =>
  bad || stage === 'canary'
    ? prng.weighted([
        ['S1', 13],
        ['S2', 30],
        ['S3', 38],
        ['S4', 19],
      ])
    : prng.weighted([
        ['S1', 5],
        ['S2', 16],
        ['S3', 46],
        ['S4', 33],
      ]);

const targetOf = (at: number, urgent: boolean, versions: readonly PlannedVersion[], prng: Prng): PlannedVersion | null => {
  if (!urgent && prng.chance(0.12)) return null;
  const ahead = releasesAfter(versions, at + 12 * HOUR);
  const next = ahead[0] ?? null;
  if (next?.hotfix && !urgent && prng.chance(0.5)) return ahead.find((version) => !version.hotfix) ?? next;
  return next;
};

const usersOf = (severity: Severity, live: boolean, prng: Prng): number | null => {
  if (!prng.chance(live ? 0.8 : 0.12)) return null;
  return Math.max(1, Math.round(prng.logNormal([0, 900, 220, 45, 12][severityNumber(severity)] ?? 12, 1.1)));
};

const workaroundOf = (severity: Severity, prng: Prng): string | null => {
  if (prng.chance(0.3)) return null;
  return severityNumber(severity) <= 2
    ? prng.weighted([
        ['none', 55],
        ['hard', 30],
        ['easy', 15],
      ])
    : prng.weighted([
        ['none', 22],
        ['hard', 33],
        ['easy', 45],
      ]);
};

export const tierOf = (prng: Prng): string | null =>
  prng.weighted([
    ['enterprise', 22],
    ['standard', 46],
    ['trial', 22],
    [null, 10],
  ]);

/** Draws a defect that is reported at `created`; how it ends is decided when all are known. */
export const drawDefect = (
  created: number,
  versions: readonly PlannedVersion[],
  prng: Prng,
): Omit<DefectPlan, 'ending' | 'parkedIn'> => {
  const production = inProductionAt(versions, created);
  const detectedIn = stageOf(created, production, prng);
  const live = detectedIn === 'production' || detectedIn === 'canary';
  const severity = severityOf(live && isEarlyInProduction(created, production) && production?.bad === true, detectedIn, prng);
  const target = targetOf(created, severityNumber(severity) <= 2 || (live && prng.chance(0.6)), versions, prng);
  return {
    created,
    incident: incidentOf(severityNumber(severity), prng),
    severity,
    severitySet: prng.weighted([
      ['never', 3],
      ['at creation', 66],
      ['in triage', 23],
      ['corrected', 8],
    ]),
    tier: tierOf(prng),
    usersAffected: usersOf(severity, live, prng),
    workaround: workaroundOf(severity, prng),
    detectedIn,
    affects: live ? production : prng.chance(0.7) ? target : null,
    target,
  };
};
