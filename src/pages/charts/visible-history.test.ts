import type { HistoryColumns, SpanColumn } from '../../defects';
import type { ChartRow, KnownStatus } from '../../defects/shell';
import { mayNothing } from '../access';
import { visibleHistory } from './visible-history';

const at = (dayOfMonth: number): string => new Date(Date.UTC(2026, 9, dayOfMonth)).toISOString();
const row = (id: string, parts: Partial<ChartRow> = {}): ChartRow => ({
  ...{ id, key: `SHOP-${id}`, statusId: '1', status: 'Open', category: 'new', open: true, severity: 'S2', detectedIn: null },
  ...{ securityLevel: null, assignee: null, createdAt: at(1), resolvedAt: null },
  ...parts,
});
const column = (spans: readonly (readonly [string, number][])[]): SpanColumn => {
  const all = spans.flat();
  const dictionary = [...new Set(all.map(([value]) => value))];
  return {
    dictionary,
    offsets: Uint32Array.from(spans.reduce((ends, some) => [...ends, (ends.at(-1) ?? 0) + some.length], [0])),
    values: Uint16Array.from(all, ([value]) => dictionary.indexOf(value)),
    from: Float64Array.from(all, ([, dayOfMonth]) => Date.parse(at(dayOfMonth))),
  };
};
const statuses = new Map<string, KnownStatus>([
  ['1', { id: '1', name: 'Open', category: 'new' }],
  ['3', { id: '3', name: 'Fixed', category: 'done' }],
  ['4', { id: '4', name: 'Closed', category: 'done' }],
]);
const columns: HistoryColumns = {
  ids: ['9', '7', '8'],
  levels: [null, null, null],
  status: column([
    [['1', 2]],
    [
      ['1', 1],
      ['3', 4],
      ['1', 5],
      ['3', 6],
      ['4', 8],
    ],
    [['1', 3]],
  ]),
  severity: column([[['S1', 2]], [['S2', 1]], [['S3', 3]]]),
};
const viewer = (...levels: string[]) => ({ mayBrowse: true, levels, may: mayNothing });

test('defects that Jira hides from the viewer are counted and nothing else of them is told', () => {
  const rows = [row('7'), row('8', { securityLevel: '900' }), row('9')];
  const history = visibleHistory({ rows, columns, statuses }, viewer());
  expect(history.rows.map(({ id }) => id)).toEqual(['7', '9']);
  expect(history.hidden).toBe(1);
  expect([...history.status.offsets]).toEqual([0, 5, 6]);
  expect([...history.severity.values].map((value) => history.severity.dictionary[value])).toEqual(['S2', 'S1']);
  expect(visibleHistory({ rows, columns, statuses }, viewer('900')).hidden).toBe(0);
});

test('a defect that was read after the columns were packed waits for the next packing', () => {
  expect(visibleHistory({ rows: [row('7'), row('10')], columns, statuses }, viewer()).rows.map(({ id }) => id)).toEqual(['7']);
});

test.each([
  ['is open', row('7'), NaN],
  ['has a resolution date', row('7', { open: false, resolvedAt: at(9) }), Date.parse(at(9))],
  ['is done without a date: since it came to done statuses for the last time', row('7', { open: false }), Date.parse(at(6))],
])('the end of a defect that %s', (_, one, end) => {
  expect(visibleHistory({ rows: [one], columns, statuses }, viewer()).ended[0]).toBe(end);
});
