import fc from 'fast-check';
import { dueAt } from '../../governance';
import { day, plus } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { clockFrom } from './clock';
import { pastTarget } from './past-target';

const created = '2026-10-01T09:00:00.000Z';
const targets = { S1: 1, S2: 3, S3: 30, S4: null };

test('it says what the due date of the defect says, whatever deferrals hold or held', () => {
  const hour = fc.integer({ min: 0, max: 24 * 60 });
  const held = fc.record({ ms: fc.integer({ min: 0, max: 20 * day }), from: fc.option(hour), lasts: hour });
  const severity = fc.constantFrom(...severities, null);
  fc.assert(
    fc.property(fc.array(held, { maxLength: 3 }), severity, hour, (times, own, hours) => {
      const known = times.map(({ ms, from, lasts }) => ({
        ms,
        from: from === null ? null : plus(created, from * 3_600_000),
        until: plus(created, ((from ?? 0) + lasts) * 3_600_000),
      }));
      const at = plus(created, hours * 3_600_000);
      const due = dueAt(clockFrom(created, known, at), own, targets);
      expect(pastTarget(created, known, targets)(own, Date.parse(at))).toBe(due !== null && due <= at);
    }),
  );
});

test('without a target nothing is late, and without a severity the target is that of S1', () => {
  const isLate = pastTarget(created, [], targets);
  expect(isLate('S4', Date.parse('2036-01-01'))).toBe(false);
  expect([isLate(null, Date.parse(created) + day - 1), isLate(null, Date.parse(created) + day)]).toEqual([false, true]);
});
