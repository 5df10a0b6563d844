import fc from 'fast-check';
import type { EscapeRate } from '../../analytics';
import { shareOf } from '../../kernel/intervals';
import type { EscapesBefore } from '../evidence';
import type { EscapeRateRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: EscapeRateRow = { rule: 'escape-rate', stage: 'production', breach: 'holds', atMost: 20, windowDays: 30 };

function rate(escaped: number, found: number, late = 0): EscapeRate {
  const counts = { before: found - escaped, users: escaped, untold: 0, earlier: 0, late };
  return { counts, found, escaped, rate: shareOf(escaped, found) };
}
function before(escaped: number, found: number, parts: Partial<EscapesBefore> & { late?: number } = {}): EscapesBefore {
  const { late = 0, ...rest } = parts;
  const one = rate(escaped, found, late);
  return { versionName: '4.1.0', daysSince: 40, rates: { 30: one, 90: one }, analysis: null, ...rest };
}
const found = (facts: EscapesBefore | null, parts: Partial<EscapeRateRow> = {}) =>
  verdictOn({ ...row, ...parts }, 'escapes', facts);

test.each<[string, EscapesBefore | null, Partial<EscapeRateRow>, string, number]>([
  ['the first release of a project', null, {}, 'met', 0],
  ['a release without any known defect', before(0, 0), {}, 'met', 0],
  ['none of many', before(0, 80), {}, 'met', 0],
  ['one of two: too few to be certain', before(1, 2), {}, 'met', 50],
  ['fifty of a hundred', before(50, 100), {}, 'breached', 50],
  ['exactly the limit', before(20, 100), {}, 'met', 20],
  ['a limit of nothing, and one escape', before(1, 100), { atMost: 0 }, 'breached', 1],
  ['a limit of nothing, and no escape', before(0, 100), { atMost: 0 }, 'met', 0],
  ['everything is allowed', before(9, 9), { atMost: 100 }, 'met', 100],
  ['an analysis that waits', before(50, 100, { analysis: 'submitted' }), {}, 'breached', 50],
  ['an analysis that was returned', before(50, 100, { analysis: 'returned' }), {}, 'breached', 50],
  ['an approved analysis', before(50, 100, { analysis: 'approved' }), {}, 'met', 50],
])('%s', (_, facts, parts, state, value) => {
  expect(found(facts, parts).condition).toMatchObject({ state, value, unit: 'percent' });
});

test('it says what escaped, how certain that is, and what is missing', () => {
  expect(found(before(50, 100)).sentence).toBe(
    '4.2.0 may not enter production: 50 of 100 defects of 4.1.0 escaped (50 %, for certain between 40 and 60 %), at most 20 % allowed, and the analysis of its causes has not begun.',
  );
  expect(found(before(1, 2)).condition.reason).toContain('too few to be certain that it is more');
  expect(found(null).condition.reason).toBe('no release was shipped before, so nothing can have escaped');
});

test('of a young release it says that it is not over', () => {
  expect(found(before(50, 100, { daysSince: 12 })).condition.reason).toContain('escaped so far, on day 12 of 30 (50 %');
  expect(found(before(0, 0, { daysSince: 0 })).condition.reason).toBe('no defects of 4.1.0 are known so far, on day 0 of 30');
});

test('what is found after the window is told and changes nothing', () => {
  const [was, is] = [found(before(50, 100)), found(before(50, 100, { late: 7 }))];
  expect(is.condition.reason).toContain('without the 7 found later');
  expect([is.state, is.condition.value]).toEqual([was.state, was.condition.value]);
});

test('each row looks at its own window', () => {
  const facts = { ...before(0, 0), rates: { 30: rate(0, 100), 90: rate(60, 100) } };
  expect([found(facts).state, found(facts, { windowDays: 90 }).state]).toEqual(['open', 'held']);
});

test('escapes that were not looked up hold the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});

test('few defects never hold what as large a share of many would not, and an approved analysis opens every gate', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 100 }),
      (escaped, more, atMost) => {
        const all = escaped + more;
        const few = found(before(escaped, all), { atMost }).condition;
        const many = found(before(escaped * 50, all * 50), { atMost }).condition;
        if (few.state === 'breached') expect(many.state).toBe('breached');
        expect(found(before(escaped, all, { analysis: 'approved' }), { atMost }).state).toBe('open');
      },
    ),
  );
});
