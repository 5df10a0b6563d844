import type { ForecastView } from '../../../src/contracts/forecast';
import type { Scenario } from './sample-project';

const dayMs = 86_400_000;
const dayAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * dayMs).toISOString().slice(0, 10);

/** The screen: `project.html?at=/forecast`; `&defects=0` without blockers, `&store=empty` without a release. */
export function sampleForecast({ defects, store }: Scenario, now: string): ForecastView {
  const count = Math.min(defects, 30);
  const by = Array.from({ length: 121 }, (_, at) => 1 - Math.exp(-at / 9));
  const version = { id: '10002', name: '4.2.0', startDate: '2026-08-24', releaseDate: dayAfter(now, 11), released: false };
  const isEmpty = store === 'empty';
  const at = (chance: number): string =>
    dayAfter(
      now,
      by.findIndex((one) => one >= chance),
    );
  return {
    ...{ now, revision: 'r1', project: { id: '10000', key: 'SHOP', name: 'Web shop' }, store: { kind: 'ready', upTo: now } },
    ...{ version: isEmpty ? null : version, versions: isEmpty ? [] : [version], mayEdit: true, refusal: null },
    freeze: { day: dayAfter(now, 7), note: '' },
    frozen: [],
    sentence: isEmpty
      ? 'No release is planned: create a version in Jira, and its forecast stands here.'
      : `4.2.0: 54 in 100 that its ${count} blockers are closed by the freeze on 9 November; 85 in 100 by 20 November.`,
    state: isEmpty ? 'no-release' : count === 0 ? 'clear' : 'blocked',
    blockers: {
      rows: Array.from({ length: count }, (_, n) => ({
        ...{
          id: String(n),
          key: `SHOP-${n + 1}`,
          summary: 'The basket forgets its coupons',
          severity: n % 2 === 0 ? 'S1' : 'S2',
        },
        ...{ ageDays: 3 * n, chance: 0.6 + 0.01 * n },
      })),
      ...{ hidden: 1, definition: 'Open defects in a condition of a gate that is not met, as Readiness shows them.' },
    },
    outlook: {
      ...{
        about: 'all-closed',
        runs: 10_000,
        seed: '1f'.repeat(16),
        firstDay: now.slice(0, 10),
        by,
        clear: by.map((chance) => chance * 0.7),
      },
      open: by.map((chance) => 5 * (1 - chance) + 1),
      freeze: { day: dayAfter(now, 7), chance: by[7] ?? null },
      release: { day: dayAfter(now, 11), chance: by[11] ?? null },
      dates: [0.5, 0.85, 0.95].map((chance) => ({ chance, day: at(chance) })),
    },
    calibration: {
      ...{ count: 96, cameTrue: 41, brier: 0.172, baseRate: 0.244 },
      bins: [0, 0.2, 0.4, 0.6, 0.8].map((from, n) => ({
        ...{ from, to: from + 0.2, count: 8 * (n + 1), said: from + 0.1, came: Math.min(1, from + 0.05 * n) },
      })),
    },
    delay: {
      kind: 'weighed',
      sentence: 'Going out on 13 November takes 1.4 open blockers along on average: about 420 users would meet them.',
      choices: [0, 7, 14].map((delay) => ({
        day: dayAfter(now, 11 + delay),
        delay,
        escapes: 1.4 - delay / 20,
        users: 420 - 15 * delay,
      })),
      restsOn: ['An escape reached 300 users on average: 34 escapes of S1 and S2 from the last 6 releases say so.'],
    },
    restsOn: ['How many come rests on 24 blockers in 70 days.'],
  };
}
