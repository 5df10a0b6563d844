import { dayName } from '../../chart/axis-geometry';
import { sampleFlow } from './flow.fixture';
import { zoomAround, zoomBetween, zoomedView } from './flow-zoom';

const days = 10;
const each = <Value>(value: (place: number) => Value): Value[] => Array.from({ length: days }, (_, place) => value(place));
const firstDay = 20_000;
const view = {
  ...{ ...sampleFlow, firstDay, days, today: firstDay + 9 },
  bands: [{ id: '1', name: 'Open', kind: 'new' as const, counts: each((n) => n) }],
  ...{ arrivals: each((n) => n), departures: each((n) => n), backward: each((n) => n), averageAge: each((n) => n) },
  reading: {
    ...{ days: 30, lead: 7, arrivals: each((n) => n), departures: each((n) => n) },
    ...{ approximateAge: each((n) => n), doubts: each((n) => n) },
  },
  markers: each((n) => ({ day: firstDay + n, kind: 'release' as const, name: String(n) })),
};
const all = { firstDay, days };
const names = (first: number, last: number) => [dayName(firstDay + first), dayName(firstDay + last)] as const;

test('some days of a flow are its figures of these days, and the reading still knows what came before', () => {
  const part = zoomedView(view, names(4, 6));
  expect([part.firstDay, part.days, part.reading.lead]).toEqual([firstDay + 4, 3, 11]);
  for (const values of [part.bands[0]?.counts, part.arrivals, part.departures, part.backward, part.averageAge])
    expect(values).toEqual([4, 5, 6]);
  for (const values of [part.reading.arrivals, part.reading.departures, part.reading.approximateAge, part.reading.doubts])
    expect(values).toEqual([4, 5, 6]);
  expect(part.markers.map(({ name }) => name)).toEqual(['4', '5', '6']);
  expect([part.summary, part.check]).toEqual([view.summary, view.check]);
});

test.each([
  ['no zoom', null],
  ['all days', names(0, 9)],
  ['more than there are', names(-5, 20)],
  ['two days', names(4, 5)],
  ['days that are not shown', names(40, 50)],
])('%s: as it is', (_, zoom) => {
  expect(zoomedView(view, zoom)).toBe(view);
});

test('between two days, in either order, if there are three at least', () => {
  expect(zoomBetween(all, 2, 6)).toEqual(names(2, 6));
  expect(zoomBetween(all, 6, 2)).toEqual(names(2, 6));
  expect(zoomBetween(all, 2, 3)).toBeNull();
});

test.each([
  ['in', 5, names(3, 7)],
  ['in', 0, names(0, 4)],
  ['in', 9, names(5, 9)],
  ['out', 5, null],
] as const)('%s around day %i of all', (direction, place, zoom) => {
  expect(zoomAround(all, place, direction, all)).toEqual(zoom);
});

test('out of a few days are twice as many, and in no fewer than three', () => {
  expect(zoomAround({ firstDay: firstDay + 4, days: 3 }, 1, 'out', all)).toEqual(names(2, 7));
  expect(zoomAround({ firstDay: firstDay + 4, days: 3 }, 1, 'in', all)).toEqual(names(4, 6));
});
