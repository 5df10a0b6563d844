import { day } from '../../kernel/instant';
import type { Random } from '../../kernel/random';
import { forecast } from './forecast';
import { blockersAt, cameBetween, curvesAt, forecastFacts, resolutionDays } from './forecast-facts';
import type { BlockerHistory } from './forecast-facts';
import type { Lasting } from './lasting';

/** A forecast of the past and what became of it. */
export interface Told {
  /** The chance that it gave, 0 to 1. */
  readonly chance: number;
  readonly cameTrue: boolean;
}

/** Forecasts of the past are made so many days ahead. */
export const aheadDays = [7, 14, 28] as const;
/** The weeks in which forecasts of the past are made, and how many runs each gets. */
const mostWeeks = 104;
const pastRuns = 1000;
const week = 7 * day;

/** @param until for each release: the end of the day on which it went out, in milliseconds since 1970; Infinity while it is in work */
export interface BackTestPlan {
  readonly until: Float64Array;
  readonly at: number;
}

/**
 * What the forecast would have said at the beginning of each past week, for each release then in work that had blockers, of what was known
 * then: will all be closed in one, two and four weeks? It came true where there was a day until then at whose end each that blocked at the
 * time and each that came to block since was closed; one that was moved to another release and is open counts as not closed. Forecasts that
 * would reach beyond the release or the present are left out, and so are weeks before which there is less than half a year to go by.
 */
export function backTest(history: BlockerHistory, { until, at }: BackTestPlan, random: Random): Told[] {
  const told: Told[] = [];
  const first = history.created.reduce((least, moment) => Math.min(least, moment), Infinity) + resolutionDays * day;
  const monday = Math.floor((at - 4 * day) / week) * week + 4 * day;
  for (let start = monday - week; start >= Math.max(first, monday - mostWeeks * week); start -= week) {
    let curves: readonly Lasting[] | null = null;
    history.releases.forEach((stays, release) => {
      const end = Math.min(until[release] ?? Infinity, at);
      const ahead = aheadDays.filter((days) => start + days * day <= end);
      const days = Math.max(...ahead);
      if (ahead.length === 0 || start < stays.start) return;
      if (blockersAt(history, release, start).length === 0) return;
      curves ??= curvesAt(history, start);
      const facts = forecastFacts(history, release, start, undefined, curves);
      const { by } = forecast(facts, { days, runs: pastRuns }, random);
      const took = daysUntilClosed(history, release, start, days);
      for (const reach of ahead) told.push({ chance: by[reach - 1] ?? 0, cameTrue: took <= reach });
    });
  }
  return told;
}

/** After how many days, counted at their ends, all were closed for the first time; Infinity where not in these days. */
function daysUntilClosed(history: BlockerHistory, release: number, from: number, days: number): number {
  const present = blockersAt(history, release, from).map((defect) => [defect, from] as const);
  const all = [...present, ...cameBetween(history, release, from, from + days * day)];
  for (let reach = 1; reach <= days; reach += 1) {
    const by = from + reach * day;
    if (all.every(([defect, since]) => since > by || (history.ended[defect] ?? NaN) <= by)) return reach;
  }
  return Infinity;
}
