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

test('the example of the documentation is what the screen says of it', () => {
  const view = flowView({
    ...{ project, history, range: '30', by: 'status', markersBetween: () => [], revision: 'r', now: '2026-11-10T12:00:00.000Z' },
  });
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
});
