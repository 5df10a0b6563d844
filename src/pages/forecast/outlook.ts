import {
  backTest,
  calibration,
  chanceOfEnd,
  dayOfChance,
  forecast,
  forecastFacts,
  knownAt,
  resolutionDays,
} from '../../analytics';
import type { BlockerHistory, Calibration, Forecast, ForecastFacts } from '../../analytics';
import type { StoredDefect, StoredVersion } from '../../defects/shell';
import { sha256 } from '../../kernel/hash';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { randomFrom } from '../../kernel/random';
import { maySee } from '../access';
import type { Access } from '../access';
import { kindOf } from './history';
import { counted, dayName } from './words';

/** How many days are looked ahead, and how often. */
export const horizon = 121;
export const runs = 10_000;
/** With less history there is no forecast. */
const leastClosed = 30;
const leastPast = 10;

export interface OutlookFacts {
  readonly projectId: string;
  readonly version: StoredVersion;
  /** The releases of the history, in its order. */
  readonly versions: readonly StoredVersion[];
  readonly history: BlockerHistory;
  /** What blocks it now. */
  readonly blockers: readonly StoredDefect[];
  readonly access: Access;
  readonly now: Instant;
}

export interface Outlook {
  readonly forecast: Forecast;
  readonly facts: ForecastFacts;
  readonly seed: string;
  /** Of the blockers in their order: the chance that each is closed by the end of a day (days since 1970). */
  readonly closedBy: (blocker: number, lastDay: number) => number;
  /** How past forecasts did; null where there was none. */
  readonly calibration: Calibration | null;
  /** Why it is not to be relied on, and what is missing; null where it is. */
  readonly refusal: { readonly because: string; readonly missing: readonly string[] } | null;
}

/** What the figures of an outlook rest on, and a text for each of them that is the same for the same only. */
export interface OutlookPlan {
  readonly facts: ForecastFacts;
  readonly seed: string;
  readonly forecastStamp: string;
  readonly past: BlockerHistory;
  readonly until: Float64Array;
  readonly pastSeed: string;
  readonly pastStamp: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The figures of an outlook that take long to work out. */
interface OutlookFigures {
  readonly forecast: Forecast;
  readonly calibration: Calibration | null;
}

/** Changes with what the figures are worked out by, so that none is kept that was worked out otherwise. */
const method = 1;

/**
 * The forecast of a release as of the beginning of the day (UTC), so that it stays the same all day while the facts do. What the viewer may
 * not see counts as open, of its severity and new; its age is nobody's to know.
 */
export function outlookPlan({ projectId, version, versions, history, blockers, access, now }: OutlookFacts): OutlookPlan {
  const today = Math.floor(Date.parse(now) / day);
  const at = today * day;
  const ages = Float64Array.from(blockers, ({ createdAt, securityLevel }) =>
    maySee(access, securityLevel) ? Math.max(0, at - Date.parse(createdAt)) : 0,
  );
  const kinds = Uint16Array.from(blockers, ({ severity }) => kindOf(severity));
  const release = versions.findIndex(({ id }) => id === version.id);
  const facts = forecastFacts(history, release, at, { kinds, ages });
  const seed = seedOf(version.id, today, facts);
  const until = Float64Array.from(versions, endOf);
  // What comes during the day has no part in forecasts of the past.
  const past = knownAt(history, at);
  const pastSeed = sha256(`back-test ${projectId} ${today}`);
  const paces = facts.curves.map(({ pace, ended, censored }) => [pace, ended, censored]);
  return {
    ...{ facts, seed, past, until, pastSeed, at },
    forecastStamp: sha256(JSON.stringify([method, horizon, runs, seed, paces])),
    pastStamp: sha256(JSON.stringify([method, pastSeed, [...until], plainly(past)])),
  };
}

function plainly({ created, ended, kind, kinds, alike, releases }: BlockerHistory): unknown {
  const stays = releases.map(({ defects, from, to, start }) => [[...defects], [...from], [...to], start]);
  return [[...created], [...ended], [...kind], kinds, alike, stays];
}

export function forecastOf({ facts, seed }: OutlookPlan): Forecast {
  return forecast(facts, { days: horizon, runs }, randomFrom(seed));
}

export function calibrationOf({ past, until, at, pastSeed }: OutlookPlan): Calibration | null {
  return calibration(backTest(past, { until, at }, randomFrom(pastSeed)));
}

export function outlookOf({ facts, seed, past, at }: OutlookPlan, figures: OutlookFigures): Outlook {
  return {
    ...{ facts, seed, ...figures, refusal: refusalOf(closedLately(past, at), figures.calibration) },
    closedBy: (blocker, lastDay) => {
      const curve = facts.curves[facts.kinds[blocker] ?? 0];
      return curve === undefined ? 0 : chanceOfEnd(curve, facts.ages[blocker] ?? 0, (lastDay + 1) * day - at);
    },
  };
}

/** The same facts, day and release give the same one. */
function seedOf(versionId: string, today: number, { curves, kinds, ages, arrivals }: ForecastFacts): string {
  const lists = [...curves.flatMap(({ times, survival }) => [times, survival]), kinds, ages, arrivals.offsets, arrivals.kinds];
  return sha256(JSON.stringify([versionId, dayName(today), lists.map((list) => [...list])])).slice(0, 32);
}

/** The end of the day on which a release went out. */
function endOf({ released, releaseDate }: StoredVersion): number {
  return released && releaseDate !== null ? Date.parse(releaseDate) + day : Infinity;
}

function closedLately({ created, ended }: BlockerHistory, at: number): number {
  let closed = 0;
  created.forEach((born, n) => (closed += born > at - resolutionDays * day && (ended[n] ?? NaN) <= at ? 1 : 0));
  return closed;
}

function refusalOf(closed: number, past: Calibration | null): Outlook['refusal'] {
  if (closed < leastClosed) {
    return {
      because: `only ${counted(closed, 'defect')} of the last ${resolutionDays} days ${closed === 1 ? 'is' : 'are'} closed`,
      missing: [`${leastClosed} closed ones, to tell how long it takes: ${leastClosed - closed} more.`],
    };
  }
  if (past === null || past.count < leastPast) {
    const made = past?.count ?? 0;
    return {
      because: `there ${made === 1 ? 'is' : 'are'} only ${counted(made, 'past week')} to hold a forecast against`,
      missing: [
        `${leastPast} forecasts for releases that had blockers, made in past weeks from half a year of history: ${leastPast - made} more.`,
      ],
    };
  }
  if (past.brier <= past.baseRate) return null;
  const always = `${Math.round(((past.cameTrue + 1) / (past.count + 2)) * 100)} in 100`;
  return {
    because: `in past weeks, always saying ${always} would have been nearer the truth`,
    missing: [
      `Forecasts that are better than the base rate: their Brier score was ${past.brier.toFixed(3)}, that of the base rate ${past.baseRate.toFixed(3)} (less is better).`,
      'Steadier closing of blockers, or more weeks of it; the list of past forecasts below shows where it was wrong.',
    ],
  };
}

/** By when it has a chance, `2026-11-17`; null where that is later than what was looked at. */
export function dayAt(looked: Forecast, chance: number): string | null {
  const found = dayOfChance(looked, chance);
  return found === null ? null : dayName(found);
}
