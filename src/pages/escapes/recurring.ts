import { periodOf, periodsBetween, periodUnit, poissonRegression, rateRatio, recurrences, uChart } from '../../analytics';
import type { Period, PeriodUnit, PoissonFit, Recurrence, SeenDay } from '../../analytics';
import type { RecurrenceView } from '../../contracts/escapes';
import { doneCategory } from '../../defects';
import { deploymentsOf, stageOf } from '../../environments';
import type { DeploymentStep } from '../../environments';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import type { SightingMoments } from '../../triage/shell';
import type { ProjectHistory } from '../charts/visible-history';
import { ratioWords } from './words';

/** How far back deployments and recurrences are looked at. */
export const recurrenceDays = 730;

export interface RecurringFacts {
  readonly history: ProjectHistory;
  readonly sightings: readonly SightingMoments[];
  readonly steps: readonly DeploymentStep[];
  /** Everything that pipelines told since then is among the steps. */
  readonly since: Instant;
  readonly stages: Settings['stages'];
  readonly now: Instant;
}

/** What recurred, and the periods it is counted in. */
export interface Recurring {
  readonly unit: PeriodUnit;
  readonly periods: readonly Period[];
  /** Moments of deployments to the last stage, in milliseconds since 1970, ascending. */
  readonly deployments: Float64Array;
  readonly recurrences: readonly Recurrence[];
}

/** Deployments that put something new before users; what a rollback puts back is not new. */
function deployedMoments({ steps, stages, since, now }: RecurringFacts): Float64Array {
  const last = stages.at(-1);
  const moments = deploymentsOf(steps).flatMap(({ environment, state, restores, at }) =>
    state === 'successful' && restores === null && at >= since && at <= now && stageOf(environment, stages)?.key === last?.key
      ? [Date.parse(at)]
      : [],
  );
  return Float64Array.from(moments).sort();
}

export function recurring(facts: RecurringFacts): Recurring {
  const { history, sightings, now } = facts;
  const deployments = deployedMoments(facts);
  const from = deployments[0];
  const at = Date.parse(now);
  if (from === undefined) return { unit: 'month', periods: [], deployments, recurrences: [] };
  const places = new Map(history.rows.map(({ id }, n) => [id, n]));
  const seen = new Map<number, SeenDay[]>();
  for (const { issueId, first, last } of sightings) {
    const place = places.get(issueId);
    if (place === undefined) continue;
    const days = seen.get(place) ?? [];
    days.push({ first: Date.parse(first), last: Date.parse(last) });
    seen.set(place, days);
  }
  const isDone = history.status.dictionary.map((id) => id !== null && history.statuses.get(id)?.category === doneCategory);
  const unit = periodUnit(deployments.length, at - from);
  return {
    ...{ unit, deployments, periods: periodsBetween(unit, from, at + 1) },
    recurrences: recurrences(history.status, isDone, (defect) => seen.get(defect) ?? [], at).filter((one) => one.at >= from),
  };
}

export function recurrenceView(found: Recurring, stage: string): RecurrenceView {
  const { unit, periods, deployments } = found;
  const counted = periods.map((period) => ({ period, count: 0, exposure: 0, seen: 0 }));
  for (const at of deployments) {
    const of = counted[periodOf(periods, at)];
    if (of !== undefined) of.exposure += 1;
  }
  for (const { at, how } of found.recurrences) {
    const of = counted[periodOf(periods, at)];
    if (of === undefined) continue;
    of.count += 1;
    if (how === 'seen') of.seen += 1;
  }
  const chart = uChart(counted);
  const exposed = counted.filter(({ exposure }) => exposure > 0);
  const fit = poissonRegression({
    counts: Float64Array.from(exposed, ({ count }) => count),
    exposure: Float64Array.from(exposed, ({ exposure }) => exposure),
    covariate: Float64Array.from(exposed, ({ period, exposure }) => Math.log2(exposure / weeksOf(period))),
  });
  const ratio = fit.kind === 'fitted' ? rateRatio(fit) : null;
  const views = counted.map(({ period, count, exposure, seen }, n): RecurrenceView['periods'][number] => {
    const point = chart?.points[n] ?? null;
    return {
      ...{ start: new Date(period.start).toISOString(), name: periodName(unit, period.start) },
      partial: period.goesOn || period.from > period.start,
      ...{ deployments: exposure, recurrences: count, seen },
      rate: point === null ? null : { value: point.value, lower: point.lower, upper: point.upper },
      signal: point?.signal ?? null,
    };
  });
  const whyNot: Extract<PoissonFit, { kind: 'not-estimable' }>['why'] | null = fit.kind === 'fitted' ? null : fit.why;
  const since = deployments[0];
  return {
    ...{ unit, stage, since: since === undefined ? null : new Date(since).toISOString(), periods: views },
    mean: chart?.mean ?? null,
    ...{ ratio, sentence: ratioWords({ stage, unit, deployments: deployments.length, ratio, whyNot, periods: views }) },
    beside: counted.reduce((sum, { exposure, count }) => sum + (exposure === 0 ? count : 0), 0),
  };
}

function weeksOf({ from, until }: Period): number {
  return Math.max(1, (until - from) / day) / 7;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function periodName(unit: PeriodUnit, start: number): string {
  const date = new Date(start);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'quarter') return `Q${month / 3 + 1} ${year}`;
  const named = `${months[month] ?? ''} ${year}`;
  return unit === 'month' ? named : `Week of ${date.getUTCDate()} ${named}`;
}
