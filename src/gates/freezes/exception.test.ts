import fc from 'fast-check';
import { hour, plus } from '../../kernel/instant';
import { admissionOf } from './entry';
import { askException, decideException, exceptionStateAt, letsIn, settleException } from './exception';
import type { ExceptionCommand, ExceptionRequestFacts, FreezeException } from './exception';
import { defaultFreezePolicy as policy } from './policy';

const now = '2026-11-02T09:00:00.000Z';
const later = (hours: number) => plus(now, hours * hour);
const place = { projectId: '1', version: { id: '10', name: '4.2.0' }, defectId: '7' };
const facts: ExceptionRequestFacts = { policy, isFrozen: true, isAdmitted: false, others: [], who: 'ada', now };
const wish = { because: 'A partner goes live with it.', hours: 2 };
const asked = (): FreezeException => {
  const outcome = askException(place, wish, facts);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.exception;
};
const after = (exception: FreezeException, command: ExceptionCommand, parts: object = {}): FreezeException => {
  const outcome = decideException(exception, command, { who: 'rhea', mayDecide: true, now, ...parts });
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.exception;
};

test.each<[string, object, Partial<ExceptionRequestFacts>, string]>([
  ['a release that is not frozen', {}, { isFrozen: false }, 'is not frozen'],
  ['a defect that may come in', {}, { isAdmitted: true }, 'without an exception'],
  ['no reason', { because: ' ' }, {}, 'Say why'],
  ['more hours than the settings allow', { hours: 49 }, {}, 'Choose 1 to 48 hours.'],
  ['half an hour', { hours: 0.5 }, {}, 'Choose 1 to 48 hours.'],
  ['one that was asked for', {}, { others: [asked()] }, 'waits for a decision'],
  ['one that holds', {}, { others: [after(asked(), { act: 'approve' })] }, 'holds already'],
])('nobody asks for one for %s', (_, more, parts, message) => {
  const outcome = askException(place, { ...wish, ...more }, { ...facts, ...parts });
  expect(outcome.kind === 'refused' ? outcome.message : '').toContain(message);
});

test.each<[string, ExceptionCommand, object, string]>([
  ['who asked', { act: 'approve' }, { who: 'ada' }, 'somebody else decides'],
  ['who may not', { act: 'approve' }, { mayDecide: false }, 'override gates'],
  ['nobody in time', { act: 'approve' }, { now: later(25) }, 'in time'],
  ['who says no without a reason', { act: 'refuse', because: '' }, {}, 'Say why'],
])('%s decides nothing', (_, command, parts, message) => {
  const outcome = decideException(asked(), command, { who: 'rhea', mayDecide: true, now, ...parts });
  expect(outcome.kind === 'refused' ? outcome.message : '').toContain(message);
});

test('it lets in until it is over; what came in stays, what comes in afterwards does not', () => {
  const live = after(asked(), { act: 'approve' });
  expect(live.until).toBe(later(2));
  expect([letsIn(live, later(-5)), letsIn(live, later(1)), letsIn(live, later(2))]).toEqual([true, true, false]);
  expect([exceptionStateAt(live, later(1)), exceptionStateAt(live, later(2))]).toEqual(['approved', 'expired']);
  const over = settleException(live, later(3));
  expect(over).toMatchObject({ state: 'expired', events: [{}, {}, { act: 'expired', who: null }] });
  expect(over === null ? null : settleException(over, later(4))).toBeNull();
  expect(settleException(asked(), later(24))?.state).toBe('lapsed');
});

test('who asked may take it back, also a live one', () => {
  const live = after(asked(), { act: 'approve' });
  const revoked = after(live, { act: 'revoke', because: 'Not needed.' }, { who: 'ada', mayDecide: false, now: later(1) });
  expect([letsIn(revoked, now), letsIn(revoked, later(1))]).toEqual([true, false]);
});

test('no sequence lets a defect in that nobody else has approved', () => {
  const step = fc.record({
    act: fc.constantFrom('approve', 'refuse', 'revoke', 'settle'),
    who: fc.constantFrom('ada', 'rhea'),
    mayDecide: fc.boolean(),
    hours: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      let exception = asked();
      let at = now;
      let approvedAt: string | null = null;
      for (const { act, who, mayDecide, hours } of steps) {
        at = plus(at, hours * hour);
        const before = exception;
        if (act === 'settle') exception = settleException(exception, at) ?? exception;
        else {
          const command: ExceptionCommand = act === 'approve' ? { act } : { act: act as 'refuse', because: 'So.' };
          const outcome = decideException(exception, command, { who, mayDecide, now: at });
          if (outcome.kind === 'done') {
            exception = outcome.exception;
            if (act === 'approve') {
              expect([who, mayDecide, approvedAt]).toEqual(['rhea', true, null]);
              approvedAt = at;
            }
          }
        }
        expect(exception.events.slice(0, before.events.length)).toEqual(before.events);
        const isIn = admissionOf({ severity: 'S4', at }, policy, [exception]) === 'exception';
        if (isIn) expect(approvedAt !== null && at < plus(approvedAt, 2 * hour)).toBe(true);
      }
    }),
  );
});
