import type { FreezeFacts } from '../evidence';
import type { FreezeViolationsRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: FreezeViolationsRow = {
  ...{ rule: 'freeze-violations', stage: 'production', breach: 'holds', most: 0, releaseAt: null },
  admits: ['S1', 'S2'],
};
const frozen = (...entered: readonly ('S1' | 'S2' | 'S3' | 'S4' | null)[]): FreezeFacts => ({
  day: '2026-11-01',
  entered: entered.map((severity, n) => ({ id: String(n), severity, at: '2026-11-01T12:00:00.000Z' })),
});

test.each<[string, FreezeFacts | null, Partial<FreezeViolationsRow>, string, number]>([
  ['no freeze', null, {}, 'met', 0],
  ['nothing came in', frozen(), {}, 'met', 0],
  ['what may come in', frozen('S1', 'S2'), {}, 'met', 0],
  ['what may not', frozen('S1', 'S3'), {}, 'breached', 1],
  ['one without a severity is no way around', frozen(null), {}, 'breached', 1],
  ['nothing may come in', frozen('S1'), { admits: [] }, 'breached', 1],
  ['everything with a severity may', frozen('S1', 'S4'), { admits: ['S1', 'S2', 'S3', 'S4'] }, 'met', 0],
  ['as many as allowed', frozen('S3', 'S4'), { most: 2 }, 'met', 2],
  ['a freeze that is to come', { ...frozen('S3'), day: '2026-11-03' }, {}, 'met', 0],
  ['a freeze from today on', { ...frozen('S3'), day: '2026-11-02' }, {}, 'breached', 1],
])('%s', (_, facts, parts, state, value) => {
  expect(verdictOn({ ...row, ...parts }, 'freeze', facts).condition).toMatchObject({ state, value });
});

test('it says what came in, and what of it may', () => {
  expect(verdictOn(row, 'freeze', frozen('S1', 'S3')).sentence).toBe(
    '4.2.0 may not enter production: 1 defect came in since the freeze of 1 November 2026, and 1 that may, none allowed.',
  );
  expect(verdictOn(row, 'freeze', null).condition.reason).toBe('this release has no freeze');
});

test('it opens again where the row says', () => {
  const parts = { ...row, most: 1, releaseAt: 0 };
  expect(verdictOn(parts, 'freeze', frozen('S3')).state).toBe('open');
  const held = verdictOn(parts, 'freeze', frozen('S3'), { before: ['freeze-violations'] });
  expect(held.condition.reason).toContain('none before it opens again, because there were more than 1');
});

test('a freeze that was not looked up holds the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});
