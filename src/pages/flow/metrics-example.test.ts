import { flowDoubts } from '../../contracts/flow';
import type { KnownStatus } from '../../defects/shell';
import { project } from '../screen.fixture';
import { aHistory } from './flow.fixture';
import { flowView } from './view-model';

/** The example of docs/metrics.md, section "Flow on the screen". */
const at = (text: string): number => Date.parse(`2026-11-${text}Z`);
const names = ['To Do', 'In Progress', 'In Review', 'Done'];
const categories = ['new', 'indeterminate', 'indeterminate', 'done'];
const statuses = new Map(
  names.map((name, n): [string, KnownStatus] => [String(n + 1), { id: String(n + 1), name, category: categories[n] ?? '' }]),
);
const history = aHistory(
  [
    {
      status: [
        ['1', at('02T09:00:00')],
        ['2', at('02T10:00:00')],
        ['3', at('03T15:00:00')],
        ['2', at('03T16:00:00')],
        ['4', at('04T10:30:45')],
      ],
    },
    {
      status: [
        ['1', at('03T09:00:00')],
        ['2', at('05T09:00:00')],
        ['4', at('07T09:00:00')],
      ],
    },
    {
      status: [
        ['1', at('04T12:00:00')],
        ['2', at('06T00:00:00')],
      ],
    },
    { status: [['1', at('09T08:00:00')]] },
  ],
  { statuses },
);

const asked = { range: '30', from: null, to: null, by: 'status' } as const;
const facts = { project, history, markersBetween: () => [], revision: 'r', now: '2026-11-10T12:00:00.000Z' };

test('the example of the documentation is what the screen says of it', () => {
  const view = flowView({ ...facts, asked: { ...asked, stages: null } });
  const { arrivals, departures, approximateAge, doubts } = view.reading;
  expect(view.bands.map(({ name }) => name)).toEqual(names);
  expect([arrivals.at(-1), departures.at(-1), approximateAge.at(-1)]).toEqual([4, 2, 7.5]);
  expect(flowDoubts.filter((_, n) => Math.floor((doubts.at(-1) ?? 0) / 2 ** n) % 2 === 1)).toEqual([
    'few',
    'growing',
    'unbalanced',
  ]);
  expect(view.summary).toMatchObject({ backward: 1, averageAge: { now: 3.6, week: 1.1, month: null } });
  expect(view.check).toEqual({ wrongDays: 0, differing: [], defects: 4 });
  expect([view.days, view.reading.lead]).toEqual([9, 0]);
  expect(view.bands.map(({ counts }) => counts.at(-1))).toEqual([1, 1, 0, 2]);
});

test('its example of stages', () => {
  const stages = [
    { statuses: ['2'], name: null },
    { statuses: ['4'], name: null },
  ];
  const { arrivals, departures, bands, workflow } = flowView({ ...facts, asked: { ...asked, stages } });
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  expect([sum(arrivals), sum(departures)]).toEqual([4, 3]);
  expect(bands.map(({ name, counts }) => [name, counts.at(-1)])).toEqual([
    ['In Progress', 1],
    ['Done', 2],
  ]);
  expect(workflow.flatMap(({ name, band }) => (band === null ? [name] : []))).toEqual(['To Do', 'In Review']);
});
