import { cellOf } from './behaviour';
import type { BehaviourCell, SaidBehaviour } from './behaviour';
import { validationDebt } from './validation-debt';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const word = (state: SaidBehaviour['state'], hour: number): BehaviourCell =>
  cellOf('staging', { state, build: null, note: '', at: at(hour), by: 'p' }, null);
const toVerify = cellOf('staging', null, {
  ...{ seen: null, fix: { at: at(4), build: 'b2', state: 'live' }, green: null, workaround: null },
});
const staging = { stage: 'staging', at: at(5), build: 'b2' };

test.each<[string, BehaviourCell | null, boolean, string | null]>([
  ['an open defect that nobody looked at', null, true, 'look'],
  ['one of which somebody says that nobody knows', word('unknown', 6), true, 'look'],
  ['an open defect whose fix was deployed', toVerify, true, 'verify-fix'],
  ['a defect that is done, and that nobody looked at', null, false, 'verify-fix'],
  ['an open defect that is there', word('reproduced', 6), true, null],
  ['a defect that is done, last seen before the release came', word('reproduced', 4), false, 'verify-fix'],
  ['a defect that is done, and was seen since', word('reproduced', 6), false, null],
  ['one that was verified', word('fixed', 6), false, null],
  ['one that is not there', word('not-reproduced', 6), true, null],
])('%s', (_name, cell, open, kind) => {
  const cells = new Map(cell === null ? [] : [['staging', cell]]);
  expect(validationDebt([{ id: '1', open, cells }], [staging])[0]?.kind ?? null).toBe(kind);
});

test('a release that is deployed nowhere has no debt', () => {
  expect(validationDebt([{ id: '1', open: true, cells: new Map() }], [])).toEqual([]);
});

test('the oldest comes first', () => {
  const cells = new Map([['staging', toVerify]]);
  const defects = [
    { id: '2', open: true, cells: new Map() },
    { id: '1', open: true, cells },
  ];
  const found = validationDebt(defects, [staging, { stage: 'test', at: at(1), build: null }]);
  expect(found.map(({ defectId, stage, since }) => [defectId, stage, since])).toEqual([
    ['1', 'test', at(1)],
    ['2', 'test', at(1)],
    ['1', 'staging', at(4)],
    ['2', 'staging', at(5)],
  ]);
});
