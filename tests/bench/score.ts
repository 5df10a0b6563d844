import type { Behaviour } from '../../src/environments';
import { day, dayOf, plus } from '../../src/kernel/instant';
import { severities } from '../../src/kernel/severity';
import { changesWith, defaultScoringPolicy, exposuresOf, newestFormula, rescored, termNames } from '../../src/scoring';
import type { FactsToScore } from '../../src/scoring/rescore';
import { movesBetween, worthOf } from '../../static/app/src/settings/scoring/weigh';
import { computing, printFigure, rounded, shareOf } from './figure';

/** Defects, and how often they are scored. */
const sizes = [
  { n: 1_000, rounds: 9 },
  { n: 10_000, rounds: 9 },
  { n: 100_000, rounds: 1 },
] as const;
/** Milliseconds for 10,000 defects, told why; and for one drag. */
const limits = { score: 2_000, dragged: 100 };
const now = '2026-11-02T09:05:00.000Z';
const stages = ['test', 'staging', 'canary', 'production'].map((key) => ({ key, name: key, environments: [] }));
const behaviours: readonly Behaviour[] = ['reproduced', 'worked-around', 'fixed', 'not-reproduced', 'unknown'];

/** Every defect was seen on up to 30 days, and half of them have cells in the matrix. */
function facts(n: number): FactsToScore {
  const ids = Array.from({ length: n }, (_, at) => String(20_000 + at));
  const seenOn = (at: number) =>
    Array.from({ length: (at * 7) % 31 }, (_, k) => ({ day: dayOf(now) - 30 + k, runs: 1 + (at % 5) }));
  const cells = (at: number) => new Map(stages.map(({ key }, k) => [key, { state: behaviours[(at + k) % 5] ?? 'unknown' }]));
  return {
    defects: ids.map((id, at) => ({
      ...{
        id,
        severity: severities[at % 5] ?? null,
        usersAffected: at % 3 === 0 ? null : at,
        workaround: at % 2 === 0 ? 'hard' : null,
      },
      ...{ detectedIn: at % 4 === 0 ? 'production' : null, createdAt: plus(now, -(at % 400) * day) },
      incidents: at % 50 === 0 ? [{ incident: `INC-${at}`, users: at }] : [],
    })),
    seen: new Map(ids.map((id, at) => [id, seenOn(at)])),
    behaviours: new Map(ids.filter((_, at) => at % 2 === 0).map((id, at) => [id, cells(at)])),
    surroundings: { stages, exposures: exposuresOf([], stages), targets: { S1: 2, S2: 7, S3: 30, S4: 90 } },
  };
}

/** Defects scored, compared with what was stored, and told why each changed; and the same weighed in the browser for one drag. */
export function benchScore(): Promise<void> {
  for (const size of sizes) benchSize(size);
  return Promise.resolve();
}

interface Size {
  readonly n: number;
  readonly rounds: number;
}

function benchSize(size: Size): void {
  const known = facts(size.n);
  const before = rescored(known, defaultScoringPolicy, plus(now, -3 * day));
  report('score', size, limits.score, () => {
    const scores = rescored(known, defaultScoringPolicy, now);
    for (const [at, score] of scores.entries()) {
      const was = before[at];
      if (was?.madeOf !== score.madeOf)
        JSON.stringify(changesWith(was === undefined ? was : { ...was, changes: [] }, score, now));
    }
  });
  const values = termNames.map((_, term) =>
    before.map(({ inputs }) =>
      Math.round((newestFormula.score(inputs, defaultScoringPolicy, now).terms[term]?.value ?? 0) * 10_000),
    ),
  );
  const ids = before.map(({ defectId }) => defectId);
  const past = {
    values,
    escaped: ids.map((_, at) => at % 2),
    reopened: ids.map((_, at) => at % 7),
    hours: ids.map((_, at) => (at * 7919) % 10_007),
  };
  const after = { ...defaultScoringPolicy.weights, severity: 10, age: 25 };
  report('score-while-dragged', size, limits.dragged, () => {
    movesBetween(ids, { values, weights: defaultScoringPolicy.weights }, { values, weights: after });
    worthOf(past, after);
  });
}

function report(name: string, { n, rounds }: Size, limit: number, run: () => void): void {
  if (rounds > 1) run();
  const times = Array.from({ length: rounds }, () => computing(run)).sort((a, b) => a - b);
  const [p50, p95, reference] = [rounded(shareOf(times, 0.5)), rounded(shareOf(times, 0.95)), limit * Math.max(1, n / 10_000)];
  printFigure({ name, n, p50, p95, unit: 'ms', reference, ratio: rounded(p95 / reference) });
}
