import { countWrong, repairsBetween } from './differences';
import type { IssueFacts } from './differences';

const recent = '2026-11-02T09:00:00.000Z';
const fields = { type: '1', status: '3', severity: 'S2', fixVersions: '10,11', summary: 'Checkout fails' };

function facts(id: string, parts: Partial<IssueFacts> = {}): IssueFacts {
  return { id, key: `SHOP-${id}`, level: null, updatedAt: '2026-11-02T08:00:00.000Z', fields, ...parts };
}

const changed = (parts: Partial<Record<keyof typeof fields, string>>) => facts('1', { fields: { ...fields, ...parts } });

const cases: [string, IssueFacts[], IssueFacts[], [string, readonly string[]][]][] = [
  ['nothing in both is nothing', [], [], []],
  ['the same facts are no repair', [facts('1')], [facts('1')], []],
  ['the same facts of another moment are no repair', [facts('1')], [facts('1', { updatedAt: '2026-11-02T08:30:00.000Z' })], []],
  ['an issue that only Jira has was missing', [], [facts('1')], [['missing', []]]],
  ['an issue that only the store has was a ghost', [facts('1')], [], [['ghost', []]]],
  ['another status was outdated', [facts('1')], [changed({ status: '6' })], [['outdated', ['status']]]],
  [
    'every field that differs is named, in order',
    [facts('1')],
    [changed({ severity: '', fixVersions: '10', summary: 'Else' })],
    [['outdated', ['fixVersions', 'severity', 'summary']]],
  ],
  [
    'a field that only one side knows differs',
    [facts('1')],
    [facts('1', { fields: { ...fields, tier: 'trial' } })],
    [['outdated', ['tier']]],
  ],
];

test.each(cases)('%s', (_what, before, after, expected) => {
  expect(repairsBetween(before, after, new Set(), recent).map(({ kind, fields: names }) => [kind, names])).toEqual(expected);
});

test('an issue whose event is on its way is no repair, changed, missing or gone', () => {
  expect(
    repairsBetween([facts('1'), facts('3')], [changed({ status: '6' }), facts('2')], new Set(['1', '2', '3']), recent),
  ).toEqual([]);
});

test('a change of a moment ago is no repair, because its event may not have come yet', () => {
  expect(repairsBetween([], [facts('1', { updatedAt: recent })], new Set(), recent)).toEqual([]);
  expect(repairsBetween([], [facts('1', { updatedAt: '2026-11-02T08:59:59.999Z' })], new Set(), recent)).toHaveLength(1);
});

test('repairs are counted by kind, and outdated ones by field; no text of an issue is told', () => {
  const repairs = repairsBetween(
    [facts('1'), facts('2'), facts('3')],
    [changed({ status: '6', summary: 'Else' }), facts('2', { fields: { ...fields, status: '6' } }), facts('4')],
    new Set(),
    recent,
  );
  expect(countWrong(repairs)).toEqual({ missing: 1, outdated: { status: 2, summary: 1 }, ghost: 1 });
  expect(JSON.stringify(repairs)).not.toMatch(/Checkout|Else/);
});
