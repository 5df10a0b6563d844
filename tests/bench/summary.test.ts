import type { Line } from './compare';
import { growthsIn, sayGrowth, tableOf } from './summary';

const line = (name: string, n: number, p50: number, more: Partial<Line> = {}): Line => ({
  ...{ name, n, p50, p95: p50 * 2, unit: 'ms', ratio: 1 },
  ...more,
});
const linear = [1_000, 10_000, 100_000].map((n) => line('flow', n, n / 1_000));

test('figures of three sizes stand beside each other with their growth', () => {
  expect(growthsIn(linear)).toEqual([
    {
      ...{ name: 'growth', part: 'flow', sizes: [1_000, 10_000, 100_000], p50: [1, 10, 100], unit: 'ms' },
      ...{ exponent: 1, bound: 1.11, isTooFast: false },
    },
  ]);
});

test('a size that is part of the name belongs to the same figure', () => {
  const lines = [1_000, 10_000, 100_000].map((n) => line(`duplicates-${n}`, n, 1));
  expect(growthsIn(lines)).toMatchObject([{ part: 'duplicates', exponent: 0 }]);
});

test('what grows too fast is said in words', () => {
  const lines = [1_000, 10_000, 100_000].map((n) => line('slow', n, (n / 1_000) ** 2));
  expect(growthsIn(lines).map(sayGrowth)).toEqual([
    'slow: 1,000: 1 ms, 10,000: 100 ms, 100,000: 10000 ms; exponent 2, grows FASTER than n log n (1.11)',
  ]);
});

test.each([
  ['two sizes', linear.slice(1)],
  ['figures of different parts', linear.map((one, at) => ({ ...one, part: String(at) }))],
  ['sizes of data', linear.map((one) => ({ ...one, unit: 'KB' }))],
  ['one size three times', linear.map((one) => ({ ...one, n: 5 }))],
])('%s say nothing of growth', (_words, lines) => {
  expect(growthsIn(lines)).toEqual([]);
});

test('the table has a row for each figure, of equal width', () => {
  const rows = tableOf([line('flow', 10, 1.5, { part: 'by age', limit: 15 }), line('spans', 100_000, 12)]);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => rows[0]?.length));
  expect(rows.map((row) => row.trim().split(/\s{2,}/))).toEqual([
    ['figure', 'n', 'p50', 'p95', 'unit', 'limit', 'reference', 'ratio'],
    ['flow by age', '10', '1.5', '3', 'ms', '15', '1'],
    ['spans', '100000', '12', '24', 'ms', '1'],
  ]);
});
