import type { FlowView } from '../../../../../src/contracts/flow';

const now = '2026-11-03T09:00:00.000Z';

/** Three days of a project. */
export const sampleFlow: FlowView = {
  ...{ now, revision: 'r', project: { id: '1', key: 'SHOP', name: 'Shop' }, store: { kind: 'ready', upTo: now } },
  ...{ by: 'status', range: '30', firstDay: Date.UTC(2026, 10, 1) / 86_400_000, days: 3, cut: false, hidden: 0 },
  ...{ today: Date.UTC(2026, 10, 3) / 86_400_000, oldest: Date.UTC(2026, 10, 1) / 86_400_000, alsoBy: [] },
  workflow: [
    { id: '1', name: 'Open', category: 'new', band: '1', now: 1 },
    { id: '2', name: 'Doing', category: 'indeterminate', band: '2', now: 1 },
    { id: '3', name: 'Done', category: 'done', band: '3', now: 8 },
  ],
  bands: [
    { id: '1', name: 'Open', kind: 'new', counts: [2, 3, 1] },
    { id: '2', name: 'Doing', kind: 'indeterminate', counts: [0, 0, 1] },
    { id: '3', name: 'Done', kind: 'done', counts: [7, 7, 8] },
  ],
  ...{ arrivals: [2, 1, 0], departures: [0, 0, 1], backward: [0, 0, 1], averageAge: [0.5, 1, null] },
  reading: {
    days: 30,
    lead: 0,
    arrivals: [2, 3, 3],
    departures: [0, 0, 1],
    approximateAge: [null, null, 6.7],
    doubts: [1, 5, 22],
  },
  markers: [
    { day: Date.UTC(2026, 10, 2) / 86_400_000, kind: 'release', name: '4.2.0' },
    { day: Date.UTC(2026, 10, 2) / 86_400_000, kind: 'deployment', name: '4.2.0' },
  ],
  summary: {
    ...{ sentence: '2 open. The first came 2 days ago; 3 came and 1 went since then.', grown: null },
    ...{ open: { now: 2, week: null, month: null }, inProgress: { now: 1, week: null, month: null } },
    ...{ arrivals: { now: 3, week: null, month: null }, departures: { now: 1, week: null, month: null }, backward: 1 },
    averageAge: { now: null, week: null, month: null },
  },
  check: { wrongDays: 0, differing: [], defects: 10 },
};
