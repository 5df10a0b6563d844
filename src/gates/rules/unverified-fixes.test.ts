import { conditionsOf } from '../gates.fixture';
import type { FixedDefect } from '../evidence';
import type { UnverifiedFixesRow } from '../policy';

const row = (most: number, releaseAt: number | null = null): UnverifiedFixesRow => ({
  ...{ rule: 'unverified-fixes', stage: 'production', breach: 'holds', most, releaseAt },
});
const fix = (id: string, ...verifiedIn: string[]): FixedDefect => ({ id, severity: 'S2', verifiedIn, liveIn: verifiedIn });
const found = (most: number, fixes: readonly FixedDefect[]) => conditionsOf(row(most), { fixes })[0];

test.each<[string, number, FixedDefect[], string, string]>([
  ['nothing was fixed', 0, [], 'met', '0 fixes are not verified in staging, none allowed'],
  ['every fix is verified', 0, [fix('1', 'test', 'staging')], 'met', '0 fixes are not verified in staging, none allowed'],
  ['one is verified elsewhere only', 0, [fix('1', 'test')], 'breached', '1 fix is not verified in staging, none allowed'],
  [
    'one is verified after the stage only',
    0,
    [fix('1', 'production')],
    'breached',
    '1 fix is not verified in staging, none allowed',
  ],
  ['as many as are allowed', 2, [fix('1'), fix('2')], 'met', '2 fixes are not verified in staging, at most 2 allowed'],
  ['more than are allowed', 1, [fix('1'), fix('2')], 'breached', '2 fixes are not verified in staging, at most 1 allowed'],
])('%s', (_, most, fixes, state, reason) => {
  expect(found(most, fixes)).toMatchObject({ state, reason });
});

test('the defects behind the figure are those without a word from the stage before', () => {
  expect(found(0, [fix('1', 'staging'), fix('2'), fix('3', 'test')])?.defectIds).toEqual(['2', '3']);
});

test('a held gate opens again at the number that the row names', () => {
  const before = new Set(['unverified-fixes']);
  const three = [fix('1'), fix('2')];
  expect(conditionsOf(row(3, 1), { fixes: three }, { before })[0]).toMatchObject({
    state: 'breached',
    reason: '2 fixes are not verified in staging, at most 1 before it opens again, because there were more than 3',
  });
  expect(conditionsOf(row(3, 1), { fixes: three })[0]?.state).toBe('met');
});

test('done defects are not offered for closing', () => {
  expect(found(0, [fix('1')])).toMatchObject({ unit: 'items', jql: null });
});

test('for the first stage nothing can be known, and the sentence says why', () => {
  const stage = { key: 'test', name: 'Test' };
  expect(conditionsOf({ ...row(0), stage: 'test' }, { fixes: [fix('1')] }, { stage })[0]).toMatchObject({
    state: 'unknown',
    reason: 'there is no stage before test in which this could be shown',
  });
});

test('without evidence it is unknown', () => {
  expect(conditionsOf(row(0), {})[0]?.state).toBe('unknown');
});
