import { survival } from './survival';

/** How long things of a kind last, as a curve: the chance of lasting longer than a time. */
export interface Lasting {
  /** Ascending, in the unit of what went in. */
  readonly times: Float64Array;
  /** Chance of lasting longer than the time at the same place. */
  readonly survival: Float64Array;
  /** Endings per unit of time, on average over all the time that was watched: the pace after the last known ending. */
  readonly pace: number;
  /** How many ended, and how many still last. */
  readonly ended: number;
  readonly censored: number;
}

/**
 * Kaplan and Meier's curve with an end: after the last known ending it goes down at the average pace (an exponential tail), as nothing
 * else is known of what lasts longer than anything that has ended.
 * @param times in any unit and order
 * @param hasEnded for each; false: it lasted at least that long
 */
export function lasting(times: Float64Array, hasEnded: Uint8Array): Lasting {
  const steps = survival(times, hasEnded);
  const watched = times.reduce((sum, time) => sum + time, 0);
  const ended = hasEnded.reduce((sum, one) => sum + one, 0);
  return {
    times: Float64Array.from(steps, ({ time }) => time),
    survival: Float64Array.from(steps, (step) => step.survival),
    pace: watched > 0 ? ended / watched : 0,
    ended,
    censored: times.length - ended,
  };
}

/**
 * The chance that what has lasted for `age` ends within a further time. Whatever is older than anything that ended goes on at the average
 * pace.
 */
export function chanceOfEnd(curve: Lasting, age: number, within: number): number {
  const now = chanceOver(curve, age);
  if (now <= 0) return 1 - Math.exp(-curve.pace * within);
  return Math.min(1, Math.max(0, 1 - chanceOver(curve, age + within) / now));
}

/**
 * How much longer half of what has lasted for `age` lasts: the median remaining time, in the unit of the curve. Beyond the last known
 * ending it follows from the average pace.
 * @returns null where nothing of its kind has ended
 */
export function medianRemaining(curve: Lasting, age: number): number | null {
  const { times, survival: chances, pace } = curve;
  if (pace <= 0) return null;
  const half = chanceOver(curve, age) / 2;
  if (half <= 0) return Math.LN2 / pace;
  for (let step = lastAtMost(times, age) + 1; step < times.length; step += 1)
    if ((chances[step] ?? 1) <= half) return (times[step] ?? age) - age;
  const end = times.at(-1) ?? 0;
  return end + Math.log((chances.at(-1) ?? 1) / half) / pace - age;
}

/** The chance of lasting longer than a time. */
function chanceOver({ times, survival: chances, pace }: Lasting, time: number): number {
  const step = lastAtMost(times, time);
  const chance = step < 0 ? 1 : (chances[step] ?? 1);
  if (step < times.length - 1 || chance <= 0) return chance;
  return chance * Math.exp(-pace * Math.max(0, time - (times[step] ?? 0)));
}

/** The place of the last one that is not above the value; -1 where all are. */
function lastAtMost(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
