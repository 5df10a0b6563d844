import type { Behaviour } from '../../src/environments';
import { day, dayOf, plus } from '../../src/kernel/instant';
import { severities } from '../../src/kernel/severity';
import { changesWith, defaultScoringPolicy, exposuresOf, newestFormula, rescored, termNames } from '../../src/scoring';
import type { FactsToScore } from '../../src/scoring/rescore';
import { movesBetween, worthOf } from '../../static/app/src/settings/scoring/weigh';

const n = 10_000;
const rounds = 9;
const now = '2026-11-02T09:05:00.000Z';
const stages = ['test', 'staging', 'canary', 'production'].map((key) => ({ key, name: key, environments: [] }));
const behaviours: readonly Behaviour[] = ['reproduced', 'worked-around', 'fixed', 'not-reproduced', 'unknown'];

/** Every defect was seen on up to 30 days, and half of them have cells in the matrix. */
function facts(): FactsToScore {
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

/** 10,000 defects scored, compared with what was stored, and told why each changed; and the same weighed in the browser for one drag. */
export function benchScore(): Promise<void> {
  const known = facts();
  const before = rescored(known, defaultScoringPolicy, plus(now, -3 * day));
  report('score', 2000, () => {
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
  report('score-while-dragged', 100, () => {
    movesBetween(ids, { values, weights: defaultScoringPolicy.weights }, { values, weights: after });
    worthOf(past, after);
  });
  return Promise.resolve();
}

/** Milliseconds of computing, other work on the machine aside. */
function report(name: string, reference: number, run: () => void): void {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0) * 10) / 10;
  const [p50, p95] = [at(0.5), at(0.95)];
  const ratio = Math.round((p95 / reference) * 1000) / 1000;
  console.log(JSON.stringify({ name, n, p50, p95, unit: 'ms', reference, ratio }));
}
