import { day } from '../../kernel/instant';
import { shareOf } from '../../kernel/intervals';
import type { Estimate } from '../../kernel/intervals';

/** The defects that a release had, as far as anybody found them, as columns. */
export interface FoundDefects {
  /** Milliseconds since 1970 at which it was reported. */
  readonly created: Float64Array;
  /** The place in promotion order of the stage in which it was found; negative where that was not told. */
  readonly stage: Int16Array;
}

export interface ReleaseWindow {
  /** Milliseconds since 1970: the beginning and the end of the day on which it was released. */
  readonly dayStart: number;
  readonly releasedAt: number;
  /** Whole days after `releasedAt`. */
  readonly windowDays: number;
  /** The place of the last stage, in which users meet it. */
  readonly lastStage: number;
}

/**
 * When and where a defect of a release was found: before the release; afterwards by users; afterwards without a word on where; afterwards
 * in an earlier stage; or only after the window was over.
 */
export type FoundWhen = 'before' | 'users' | 'untold' | 'earlier' | 'late';

/**
 * Escape rate of a release, after N days: of all its defects that were found up to N days after it was released, the share that was found
 * after the release in the last stage, or without a word on where. What was found after the release in an earlier stage is known to have
 * met no user: it counts among all, not among the escapes.
 *
 * A release has a day and no hour, and counts as made when its day is over. What was found in the last stage on that very day met users.
 * Unit: a share from 0 to 1, with Wilson's 95 % interval. Source: the "defects found after release" of Capers Jones's removal efficiency
 * (Applied Software Measurement, 2008), with his window of 90 days or one of 30.
 */
export interface EscapeRate {
  readonly counts: Readonly<Record<FoundWhen, number>>;
  /** Found up to the end of the window: all but the late ones. */
  readonly found: number;
  readonly escaped: number;
  /** Null where nothing was found. */
  readonly rate: Estimate | null;
}

export function whenFound(created: number, stage: number, window: ReleaseWindow): FoundWhen {
  const { dayStart, releasedAt, windowDays, lastStage } = window;
  const byUsers = stage === lastStage;
  if (created <= releasedAt) return byUsers && created >= dayStart ? 'users' : 'before';
  if (created > releasedAt + windowDays * day) return 'late';
  if (byUsers) return 'users';
  return stage < 0 ? 'untold' : 'earlier';
}

export function escapeRate({ created, stage }: FoundDefects, window: ReleaseWindow): EscapeRate {
  const counts = { before: 0, users: 0, untold: 0, earlier: 0, late: 0 };
  created.forEach((at, n) => (counts[whenFound(at, stage[n] ?? -1, window)] += 1));
  const found = created.length - counts.late;
  const escaped = counts.users + counts.untold;
  return { counts, found, escaped, rate: shareOf(escaped, found) };
}

/** What became of a defect at a stage: found earlier, found there, found in a later one, nobody said where, or after the window. */
export type PassedStage = 'sooner' | 'caught' | 'past' | 'untold' | 'late';

/**
 * Escape rate of a stage: of a release's defects that were still there in the stage, because they were found in it or in a later one, the
 * share that was found in a later one; one less the stage's containment ("phase containment effectiveness"). What nobody said a stage of
 * is counted beside it. Unit: a share from 0 to 1, with Wilson's 95 % interval.
 */
export interface StageEscapes {
  readonly counts: Readonly<Record<PassedStage, number>>;
  readonly rate: Estimate | null;
}

/** @param boundary the place of a stage that is not the last */
export function passed(created: number, stage: number, boundary: number, window: ReleaseWindow): PassedStage {
  if (created > window.releasedAt + window.windowDays * day) return 'late';
  if (stage < 0) return 'untold';
  return stage < boundary ? 'sooner' : stage === boundary ? 'caught' : 'past';
}

export function stageEscapes({ created, stage }: FoundDefects, boundary: number, window: ReleaseWindow): StageEscapes {
  const counts = { sooner: 0, caught: 0, past: 0, untold: 0, late: 0 };
  created.forEach((at, n) => (counts[passed(at, stage[n] ?? -1, boundary, window)] += 1));
  return { counts, rate: shareOf(counts.past, counts.caught + counts.past) };
}
