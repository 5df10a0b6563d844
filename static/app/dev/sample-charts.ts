import { chartDefectsRequestSchema, type ChartDefectsView } from '../../../src/contracts/chart-defects';
import { flowRequestSchema, type FlowDefectsView, type FlowView } from '../../../src/contracts/flow';
import type { Scenario } from './sample-project';

const severities = ['S1', 'S2', 'S3', 'S4', null] as const;
const statuses = ['To do', 'In progress', 'In review', 'Done'] as const;

export function sampleChartDefects(payload: unknown): ChartDefectsView {
  const { ids } = chartDefectsRequestSchema.parse(payload);
  return {
    rows: ids.map((id, n) => ({
      ...{ id, key: `SHOP-${id}`, summary: `The basket forgets what is in it, case ${id}` },
      ...{ severity: severities[n % 5] ?? null, status: statuses[n % 4] ?? 'To do', open: n % 4 !== 3, ageDays: 3 + n * 2.5 },
    })),
    missing: 0,
  };
}

const length = 240;
const flowNames = ['To do', 'In progress', 'In review', 'Done'] as const;
const flowKinds = ['new', 'indeterminate', 'indeterminate', 'done'] as const;

export function sampleFlow({ store }: Scenario, now: string, _query: URLSearchParams, payload: unknown): FlowView {
  const { by, range } = flowRequestSchema.parse(payload);
  const today = Math.floor(Date.parse(now) / 86_400_000);
  const isEmpty = store === 'empty';
  const days = isEmpty ? 1 : length;
  const each = <Value>(value: (place: number) => Value): Value[] => Array.from({ length: days }, (_, place) => value(place));
  const wave = (place: number, n: number): number => Math.round(6 + 3 * n + place / 9 + 4 * Math.sin(place / 7 + n));
  const counts = (n: number): number[] => each((place) => (n === 3 ? 40 + Math.floor(place / 2) : wave(place, n)));
  return {
    ...{ now, revision: 'r1', by, range, project: { id: '10001', key: 'SHOP', name: 'Shop' } },
    store: { kind: 'ready', upTo: now },
    ...{ firstDay: today - days + 1, days, today, cut: false, hidden: isEmpty ? 0 : 2 },
    ...{ oldest: isEmpty ? null : today - days + 1, alsoBy: isEmpty ? [] : [sampleSeverities(counts)] },
    workflow: flowNames.map((name, n) => ({ id: String(n), name, category: flowKinds[n] ?? 'new', band: String(n), now: 5 })),
    bands: isEmpty ? [] : flowNames.map((name, n) => ({ id: String(n), name, kind: flowKinds[n] ?? 'new', counts: counts(n) })),
    ...{
      arrivals: each((n) => n % 3),
      departures: each((n) => (n % 4 === 0 ? 2 : 0)),
      backward: each((n) => (n % 11 === 0 ? 1 : 0)),
    },
    averageAge: each((n) => 12 + n / 10),
    reading: {
      ...{ days: 30, lead: 30, arrivals: each(() => 30), departures: each(() => 15) },
      ...{ approximateAge: each((n) => (n < 5 ? null : 36.5)), doubts: each((n) => (n < 5 ? 1 : n > 60 ? 20 : 0)) },
    },
    markers: isEmpty ? [] : [{ day: today - 30, kind: 'release', name: '4.1.0' }],
    summary: {
      sentence: isEmpty ? 'No defect has been reported yet.' : '59 open, 9 more than a month ago: more came (30) than went (21).',
      grown: isEmpty ? null : { band: '2', sentence: '“In review” has grown most: 22, 5 more than a month ago.' },
      ...{ open: { now: 59, week: 57, month: 50 }, inProgress: { now: 41, week: 40, month: 33 } },
      ...{ arrivals: { now: 30, week: 28, month: 26 }, departures: { now: 21, week: 24, month: 27 }, backward: 3 },
      averageAge: { now: 20.9, week: 20.2, month: 17.9 },
    },
    check: { wrongDays: 0, differing: [], defects: isEmpty ? 0 : 143 },
  };
}

function sampleSeverities(counts: (n: number) => number[]): FlowView['alsoBy'][number] {
  const names = ['S4', 'S3', 'S2', 'S1'] as const;
  return {
    by: 'severity',
    bands: names.map((name, n) => ({ id: name, name, kind: 'severity', counts: counts(n % 3) })),
    grown: null,
  };
}

export function sampleFlowDefects(): FlowDefectsView {
  return { ids: Array.from({ length: 30 }, (_, n) => String(100 + n)), total: 30 };
}
