import { toCsv } from '../../chart/table';
import { sampleFlow } from './flow.fixture';
import { flowTable } from './flow-table';

const counts = { hidden: null, asShare: false };

test('a row a day, the newest first, with all that the chart tells', () => {
  const { columns, rows } = flowTable(sampleFlow, counts);
  expect(columns.slice(0, 5)).toEqual(['Day (UTC)', 'Open', 'Doing', 'Done', 'Came']);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows.map((row) => row.slice(0, 7))).toEqual([
    ['2026-11-03', 1, 1, 8, 0, 1, 1],
    ['2026-11-02', 3, 0, 7, 1, 0, 0],
    ['2026-11-01', 2, 0, 7, 2, 0, 0],
  ]);
  expect(rows[1]?.at(-1)).toBe('4.2.0 released, 4.2.0 deployed');
});

test('a status named like a formula is a text in a spreadsheet', () => {
  const bands = [{ id: '1', name: '=cmd()', kind: 'new' as const, counts: [1, 1, 1] }];
  expect(toCsv(flowTable({ ...sampleFlow, bands }, counts)).split('\r\n')[0]).toMatch(/^Day \(UTC\),'=cmd\(\),Came/);
});

test('as shares, a day has the per cent of the bands that are drawn', () => {
  const { columns, rows } = flowTable(sampleFlow, { hidden: [], asShare: true });
  expect(columns.slice(0, 5)).toEqual(['Day (UTC)', 'Open (%)', 'Doing (%)', 'Done (%)', 'Came']);
  expect(rows.map((row) => row.slice(1, 4))).toEqual([
    [10, 10, 80],
    [30, 0, 70],
    [22.2, 0, 77.8],
  ]);
  expect(flowTable(sampleFlow, { hidden: null, asShare: true }).columns.slice(1, 4)).toEqual(['Open (%)', 'Doing (%)', 'Came']);
});

test('what came and went a day in the days that a reading rests on', () => {
  const { columns, rows } = flowTable(sampleFlow, counts);
  const at = columns.indexOf('Came a day, 30 days');
  expect(rows.map((row) => row.slice(at, at + 2))).toEqual([
    [1, 0.33],
    [1.5, 0],
    [2, 0],
  ]);
});
