import { shareOf } from './flow-geometry';
import { meanRates, rateGeometry, ratesOf, rateWords } from './flow-rates';
import { sampleFlow } from './flow.fixture';

const reading = { ...sampleFlow.reading, days: 30, lead: 28, arrivals: [29, 30, 60], departures: [0, 15, 3] };
const view = { ...sampleFlow, reading };

test('a rate is what came in the days of the reading, a day; at the beginning of a history they are fewer', () => {
  expect(ratesOf(view)).toEqual({ came: [1, 1, 2], went: [0, 0.5, 0.1] });
  expect(ratesOf({ days: 2, reading: { ...reading, lead: 0, arrivals: [4, 5], departures: [0, 1] } })).toEqual({
    came: [4, 2.5],
    went: [0, 0.5],
  });
});

test('the example of docs/metrics.md: four came and two went in the nine days that there are', () => {
  const nine = (count: number) => Array.from({ length: 9 }, () => count);
  const { came, went } = ratesOf({ days: 9, reading: { ...reading, lead: 0, arrivals: nine(4), departures: nine(2) } });
  expect([came.at(-1), went.at(-1)].map((rate) => rateWords(rate ?? 0))).toEqual(['0.44', '0.22']);
  const bands = [1, 1, 0, 2].map((count, n) => ({ id: String(n), name: '', kind: 'new' as const, counts: [count] }));
  expect([shareOf(bands.slice(0, 3), 1, 0), shareOf(bands, 1, 0), shareOf(bands, 2, 0)]).toEqual([50, 25, 50]);
});

test('over all days that are shown', () => {
  expect(meanRates({ arrivals: [2, 1, 0], departures: [0, 0, 3], days: 3 })).toEqual({ came: 1, went: 1 });
});

test('the lines share an axis that begins at nothing', () => {
  const drawn = rateGeometry(view, [10, 20, 30], 100, 150);
  expect(drawn.cameLine).toBe('M10,125L20,125L30,100');
  expect(drawn.wentLine).toBe('M10,150L20,137.5L30,147.5');
  expect(drawn.yTicks.map(({ value }) => value)).toEqual([0, 1, 2]);
});

test('where nothing moves there is still an axis', () => {
  const still = { ...reading, arrivals: [0, 0, 0], departures: [0, 0, 0] };
  expect(rateGeometry({ days: 3, reading: still }, [0, 1, 2], 0, 10).cameLine).toBe('M0,10L1,10L2,10');
});

test.each([
  [1.44, '1.4'],
  [12, '12'],
  [0.034, '0.03'],
  [0, '0'],
])('%d a day is %s', (rate, words) => {
  expect(rateWords(rate)).toBe(words);
});
