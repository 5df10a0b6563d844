import { gateRowSchema } from '../../../../../src/contracts/gate-settings';
import { problemsOf } from '../edit-settings';
import { carriedOver } from './carried-over';
import {
  addRow,
  changeOverrides,
  changeRow,
  newRow,
  removeRow,
  rowsOfStage,
  rowsWithoutGate,
  setFreshHours,
  takeOwnRowsOut,
} from './edit-gates';
import { settingsWith } from './gate-settings.fixture';
import { ruleGroups } from './rule-texts';

const late = { rule: 'sla-breached', severity: 'any', most: 0 };
const settings = settingsWith([
  { ...late, stage: 'staging' },
  { ...late, stage: 'production' },
  { ...late, stage: 'canary' },
  { ...late, stage: 'staging', severity: 'S1', most: 2 },
]);
const row = (more: object) => gateRowSchema.parse({ stage: 'production', ...more });
const { rows } = settings.gates;

test('each stage has its rows, with their places among all; those of a stage without a gate are kept apart', () => {
  expect(rowsOfStage(settings, 'staging').map(({ at }) => at)).toEqual([0, 3]);
  expect(rowsOfStage(settings, 'production').map(({ at }) => at)).toEqual([1]);
  expect(rowsWithoutGate(settings).map(({ at }) => at)).toEqual([2]);
});

test('a row is changed, removed and added where it stands, and the others are the same', () => {
  const changed = row({ ...late, most: 9 });
  expect(changeRow(1, changed)(settings).gates.rows).toEqual([rows[0], changed, rows[2], rows[3]]);
  expect(removeRow(1)(settings).gates.rows).toEqual([rows[0], rows[2], rows[3]]);
  expect(addRow(changed)(settings).gates.rows).toEqual([...rows, changed]);
});

test.each(ruleGroups.flatMap((group) => group.rules.map(({ rule }) => rule)))('a new row of %s can stand as it is', (rule) => {
  const added = newRow(settingsWith(), 'production', rule);
  if (typeof added === 'string') throw new Error(added);
  expect(added).toMatchObject({ rule, stage: 'production', breach: 'holds' });
  const next = addRow(added)(settingsWith());
  expect(problemsOf(next)).toEqual([]);
  expect(newRow(next, 'production', rule)).not.toEqual(added);
});

describe('of a rule that is there', () => {
  const open = (severity: string, tier = 'any') => row({ rule: 'open-defects', severity, tier, most: 0 });
  test('the next one is about what no row is about yet', () => {
    const some = settingsWith([open('S1'), open('S2'), open('S3')]);
    expect(newRow(some, 'production', 'open-defects')).toEqual(open('S4'));
    expect(newRow(addRow(open('S4'))(some), 'production', 'open-defects')).toEqual(open('S1', 'enterprise'));
    expect(newRow(some, 'staging', 'open-defects')).toEqual({ ...open('S1'), stage: 'staging' });
  });

  test('there is none where all of them are there', () => {
    const windows = [30, 90].map((windowDays) => row({ rule: 'escape-rate', atMost: 1, windowDays }));
    expect(newRow(settingsWith(windows), 'production', 'escape-rate')).toBe('All of them are there.');
    expect(newRow(settingsWith([row({ rule: 'change-since' })]), 'production', 'change-since')).toBe('It is there.');
  });
});

test.each(['change-since', 'promotion-order', 'soak-time', 'unverified-fixes'] as const)(
  '%s is nothing for the first stage',
  (rule) => {
    expect(newRow(settings, 'test', rule)).toBe('There is no stage before this one.');
    expect(newRow(settings, 'staging', rule)).toMatchObject({ rule });
  },
);

test('an age is set for a kind, and taken away', () => {
  const limited = setFreshHours('builds', 24)(settings);
  expect(limited.gates.freshHours).toEqual({ builds: 24 });
  expect(setFreshHours('builds', Number.NaN)(setFreshHours('runs', 1)(limited)).gates.freshHours).toEqual({ runs: 1 });
  expect(problemsOf(setFreshHours('builds', 0)(settings))).toEqual([
    { path: 'gates.freshHours.builds', message: 'At least an hour.' },
  ]);
});

test('the rest of the override policy stays', () => {
  const { overrides } = changeOverrides({ mostHours: 4 })(settings).gates;
  expect(overrides).toEqual({ ...settings.gates.overrides, mostHours: 4 });
});

test.each([
  [changeRow(0, row({ ...late, most: 1 })), [[null], [2, 3]]],
  [removeRow(0), [[null], [1, 2]]],
  [addRow(row(late)), [[null], [0, 2, 3]]],
])('warnings stay with the rows that were not touched (%#)', (edit, [gates, places]) => {
  const said = [null, 0, 2, 3].map((at) => ({ kind: 'gap' as const, stage: 'staging', row: at, sentence: '', advice: '' }));
  const now = carriedOver(said, rows, edit(settings).gates.rows);
  expect([now.slice(0, 1).map((one) => one.row), now.slice(1).map((one) => one.row)]).toEqual([gates, places]);
});

test('rows of its own are taken from one project, and from no other', () => {
  const own = { rows: [row({ ...late, most: 1 }), row({ ...late, most: 2 }), row({ ...late, most: 3 })], without: ['x'] };
  const with2 = { ...settings, gates: { ...settings.gates, byProject: { '1': own, '2': own } } };
  const { byProject } = takeOwnRowsOut('1', [0, 2])(with2).gates;
  expect(byProject).toEqual({ '1': { rows: [own.rows[1]], without: ['x'] }, '2': own });
  expect(takeOwnRowsOut('3', [0])(with2)).toBe(with2);
});
