import { toCsv } from '../../chart/table';
import { sampleFlow } from './flow.fixture';
import { flowTable } from './flow-table';

test('a row a day, the newest first, with all that the chart tells', () => {
  const { columns, rows } = flowTable(sampleFlow);
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
  expect(toCsv(flowTable({ ...sampleFlow, bands })).split('\r\n')[0]).toMatch(/^Day \(UTC\),'=cmd\(\),Came/);
});
