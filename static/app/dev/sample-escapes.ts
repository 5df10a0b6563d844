import type { EscapeDefectsView, EscapeRelease, EscapesView } from '../../../src/contracts/escapes';
import type { Scenario } from './sample-project';

const estimate = (value: number, reach: number) => ({
  value,
  lower: Math.max(0, value - reach),
  upper: Math.min(1, value + reach),
});

function release(id: string, name: string, releaseDate: string, counts: EscapeRelease['counts'], young = false): EscapeRelease {
  const escaped = counts.users + counts.untold;
  const found = counts.before + escaped + counts.earlier;
  return {
    ...{ id, name, releaseDate, young, day: young ? 12 : 90, found, escaped, counts, past: null },
    ...{ rate: estimate(escaped / found, 0.05), efficiency: estimate(counts.before / found, 0.06) },
    projected: young ? { escapes: { value: 12, lower: 6, upper: 24 }, rate: { value: 0.21, lower: 0.11, upper: 0.35 } } : null,
  };
}

/** What escaped from a few releases, one of them young. */
export function sampleEscapes({ store }: Scenario, now: string): EscapesView {
  const isEmpty = store === 'empty';
  const releases = [
    release('10509', '4.1.2', '2026-10-20', { before: 38, users: 3, untold: 0, earlier: 4, late: 0 }, true),
    release('10507', '4.1.0', '2026-05-07', { before: 130, users: 12, untold: 2, earlier: 8, late: 5 }),
    release('10505', '4.0.0', '2026-01-29', { before: 96, users: 6, untold: 1, earlier: 7, late: 2 }),
  ];
  return {
    ...{ now, project: { id: '10000', key: 'SHOP', name: 'Web shop' }, store: { kind: 'ready', upTo: now }, revision: 'r1' },
    sentence: isEmpty
      ? 'No release of this project is out with a release date yet, so nothing can have escaped from one.'
      : '4.1.0 let 14 of 152 defects escape (9 %, 6 to 15 %): its 90 days are over. 4.1.2 is still young, on day 12 of 90: 3 of 45 defects escaped so far (7 %, 2 to 18 %).',
    alsoAfter: [],
    next: isEmpty ? null : { words: 'Look at the 14 defects that escaped from 4.1.0', versionId: '10507' },
    stages: ['Test', 'Staging', 'Canary', 'Production'].map((name) => ({ key: name.toLowerCase(), name })),
    choices: isEmpty ? [] : releases.map(({ id, name }) => ({ id, name })),
    ...{
      releases: isEmpty ? [] : releases,
      older: 0,
      basis: { releases: 2, escapes: 21, least: { releases: 3, escapes: 20 } },
      benchmarks: { mean: 0.85, best: 0.95 },
    },
    matrix: {
      columns: ['Test', 'Staging', 'Canary', 'Production', 'Another place', 'Not told'].map((name) => ({ id: name, name })),
      rows: [
        { id: '10507', name: '4.1.0', counts: [80, 50, 8, 12, 1, 2], total: 153 },
        { id: '10505', name: '4.0.0', counts: [60, 36, 7, 6, 0, 1], total: 110 },
        { id: 'unknown', name: 'Unknown', counts: [20, 4, 0, 9, 0, 7], total: 40 },
      ],
      ...{ totals: [160, 90, 15, 27, 1, 10], total: 303, said: 4 },
    },
    recurrence: {
      ...{ unit: 'quarter', stage: 'Production', since: isEmpty ? null : '2025-06-26T14:00:00.000Z', mean: isEmpty ? null : 1.8 },
      periods: isEmpty
        ? []
        : [2, 1, 0, 3].map((deployments, n) => ({
            ...{
              start: `2026-0${3 * n + 1}-01T00:00:00.000Z`.replace('-010-', '-10-'),
              name: `Q${n + 1} 2026`,
              partial: n === 3,
            },
            ...{ deployments, recurrences: 3, seen: 1, signal: null },
            rate: deployments === 0 ? null : { value: 3 / deployments, lower: 0, upper: 1.8 + 4 / Math.sqrt(deployments) },
          })),
      ratio: null,
      sentence: isEmpty
        ? 'No deployment to Production was told yet, so recurrences cannot be set against deployments.'
        : 'Fewer than three quarters had a deployment: too few to say whether it matters how often you deploy.',
      beside: isEmpty ? 0 : 3,
    },
    ...{ defects: isEmpty ? 0 : 303, hidden: isEmpty ? 0 : 2 },
  };
}

export function sampleEscapeDefects(): EscapeDefectsView {
  return { title: '4.1.0: escaped', ids: ['101', '102', '103'], total: 3 };
}
