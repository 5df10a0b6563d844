/** When several releases are all without blockers. */
export interface JointForecast {
  /** Share of the runs in which each of them had a day without blockers by the end of this day or of one before. */
  readonly by: Float64Array;
  /** By release: the share of the runs in which none came after it. Where several come last on the same day it counts for each. */
  readonly last: Float64Array;
}

/**
 * When will all blockers of several releases be closed? Each release has its own runs, drawn from the history of its project; the n-th run
 * of all of them together is one course of things, and the latest of its releases is when it ends.
 * @param firstClear for each release, by run, the place of the first day at whose end nothing was open; `days` or more where that is later
 */
export function jointForecast(firstClear: readonly Uint8Array[], days: number): JointForecast {
  const runs = firstClear[0]?.length ?? 0;
  const [by, last] = [new Float64Array(days), new Float64Array(firstClear.length)];
  for (let run = 0; run < runs; run += 1) {
    let latest = 0;
    for (const one of firstClear) latest = Math.max(latest, one[run] ?? days);
    if (latest < days) by[latest] = (by[latest] ?? 0) + 1;
    firstClear.forEach((one, n) => {
      if (one[run] === latest) last[n] = (last[n] ?? 0) + 1;
    });
  }
  let sum = 0;
  for (let d = 0; d < days; d += 1) {
    sum += by[d] ?? 0;
    by[d] = runs === 0 ? 0 : sum / runs;
  }
  return { by, last: last.map((count) => (runs === 0 ? 0 : count / runs)) };
}
