import type { RepairGroup, RepairIssuesView, RepairMeasure, RepairView } from '../../../src/contracts/repair';
import type { Scenario } from './sample-project';

const measure = (words: string, parts: Partial<RepairMeasure> = {}): RepairMeasure => ({
  ...{ median: null, lower: null, upper: null, ended: 0, open: 0, unknown: 0, words },
  ...parts,
});
const stages = [
  { key: 'test', name: 'Test', count: 12 },
  { key: 'staging', name: 'Staging', count: 30 },
  { key: 'production', name: 'Production', count: 40 },
];

/** Exponential, with a mean in days. */
function group(key: string, name: string, of: number, mean: number): RepairGroup {
  const curve = Array.from({ length: of - 4 }, (_, n) => {
    const share = (of - n - 1) / of;
    const wide = Math.sqrt((share * (1 - share)) / of) * 1.96;
    return {
      ...{ days: -mean * Math.log((of - n - 0.5) / of), share, atRisk: of - n },
      ...{ lower: Math.max(0, share - wide), upper: Math.min(1, share + wide) },
    };
  });
  const median = mean * Math.LN2;
  return {
    ...{ stage: { key, name }, defects: of - 1, incidents: 1, curve, until: (curve.at(-1)?.days ?? 0) + 4 },
    detect: measure('half are detected within 6 days (4 to 9): 11 detected', { median: 6, ended: 11, unknown: of - 11 }),
    acknowledge: measure('half are taken up within 5 hours (3 to 9): 29 taken up', { median: 0.2, ended: of - 1, unknown: 1 }),
    repair: measure(`half are repaired within ${Math.round(median)} days (2 to 16): ${of - 4} repaired, 4 still open`, {
      ...{ median, ended: of - 4, open: 4 },
    }),
  };
}

/** The screen: `project.html?at=/repair`. */
export function sampleRepair({ store }: Scenario, now: string): RepairView {
  const isEmpty = store === 'empty';
  const definition = 'How this is counted, in a sentence or two.';
  return {
    ...{ now, revision: 'r1', project: { id: '10000', key: 'SHOP', name: 'Web shop' }, store: { kind: 'ready', upTo: now } },
    sentence:
      'Staging repairs faster than Production; a difference like this would come by chance in 3 of 100 cases. In Staging half are repaired within 3 days (2 to 5): 26 repaired, 4 still open.',
    first: isEmpty ? null : { key: 'SHOP-7', because: 'open for 34 days in Production, where half are repaired within 8 days' },
    ever: !isEmpty,
    stages: isEmpty ? stages.map((stage) => ({ ...stage, count: 0 })) : stages,
    ...{ one: 'staging', other: 'production' },
    groups: isEmpty ? [] : [group('staging', 'Staging', 30, 5), group('production', 'Production', 40, 12)],
    comparison: { sentence: 'Staging repairs faster than Production.', p: 0.03 },
    ...{ unplaced: isEmpty ? 0 : 3, contradicted: isEmpty ? 0 : 1, hidden: isEmpty ? 0 : 2, hiddenIncidents: 0 },
    dora: {
      stage: { key: 'production', name: 'Production' },
      since: isEmpty ? null : now,
      figures: [
        ...[{ id: 'frequency', name: 'Deployment frequency', value: '1.4 a week (1 to 1.9)' } as const],
        ...[{ id: 'lead-time', name: 'Lead time for changes', value: '6.1 days (5 to 7.5)' } as const],
        ...[{ id: 'failure-rate', name: 'Change failure rate', value: '8 % (3 to 20)' } as const],
        ...[{ id: 'recovery', name: 'Failed deployment recovery time', value: null } as const],
        ...[{ id: 'rework', name: 'Rework rate', value: '4 % (1 to 14)' } as const],
      ].map((one) => ({ ...one, detail: '36 deployments in 26 weeks.', definition })),
      failed: [{ name: '4.1.0', at: now, because: 'INC-7: Orders are charged twice; taken back' }],
      more: 0,
    },
  };
}

export function sampleRepairIssues(): RepairIssuesView {
  return {
    ...{ ids: ['1', '2', '3', '4'], total: 4, jql: null },
    incidents: [
      { incident: 'INC-7', title: 'Orders are charged twice', startedAt: '2026-10-28T20:00:00.000Z', resolvedAt: null },
    ],
  };
}
