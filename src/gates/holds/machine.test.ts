import fc from 'fast-check';
import { standingIn } from './hold';
import type { Hold } from './hold';
import { liftHold, placeHold } from './machine';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

const now = '2026-11-02T09:00:00.000Z';
const version = { id: '10', name: '4.2.0' };
const aHold = (parts: Partial<Pick<Hold, 'cause' | 'stages' | 'owner'>> = {}) =>
  placeHold({
    ...{ projectId: '1', version, stages: null, cause: 'manual', owner: 'rhea', n: 1, because: 'Wait.', now },
    ...parts,
  });
const lifting = (who: string, parts: { mayLift?: boolean; because?: string } = {}) => ({
  ...{ who, mayLift: true, because: 'The fix is out.', now },
  ...parts,
});
const after = (hold: Hold, who: string) => {
  const outcome = liftHold(hold, lifting(who));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.hold;
};

test('a hold by hand is lifted by one, also by who placed it', () => {
  expect(aHold()).toMatchObject({ id: '10-1', state: 'standing', lifters: 1 });
  expect(after(aHold(), 'rhea').state).toBe('lifted');
});

test('a stopped line takes two', () => {
  const begun = after(aHold({ cause: 'stop-the-line', owner: null }), 'rhea');
  expect(begun.state).toBe('standing');
  expect(liftHold(begun, lifting('rhea'))).toMatchObject({ kind: 'refused', message: saying('somebody else') });
  expect(after(begun, 'omar')).toMatchObject({
    state: 'lifted',
    events: [{}, { act: 'lift-begun' }, { act: 'lifted', who: 'omar' }],
  });
});

test.each([
  ['who may not', { mayLift: false }, 'may lift holds'],
  ['nobody without a reason', { because: '  ' }, 'Say why'],
])('is lifted by %s: refused', (_, parts, message) => {
  expect(liftHold(aHold(), lifting('omar', parts))).toEqual({ kind: 'refused', message: saying(message) });
});

test('a lifted one is not lifted again, and stands in no stage', () => {
  const over = after(aHold(), 'rhea');
  expect(liftHold(over, lifting('omar')).kind).toBe('refused');
  expect(standingIn([over], 'production')).toEqual([]);
});

test('it stands where it was placed', () => {
  const [all, some] = [aHold(), aHold({ stages: ['staging'] })];
  expect(standingIn([all, some], 'production')).toEqual([all]);
  expect(standingIn([all, some], 'staging')).toEqual([all, some]);
});

test('no sequence lifts a stopped line with fewer than two different people', () => {
  const attempt = fc.record({
    who: fc.constantFrom('rhea', 'omar', 'tess'),
    mayLift: fc.boolean(),
    because: fc.constantFrom('', 'So.'),
  });
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
      let hold = aHold({ cause: 'stop-the-line', owner: null });
      const agreed = new Set<string>();
      for (const { who, mayLift, because } of attempts) {
        const outcome = liftHold(hold, { who, mayLift, because, now });
        if (outcome.kind === 'done') hold = outcome.hold;
        if (mayLift && because !== '') agreed.add(who);
        expect(hold.state).toBe(agreed.size >= 2 ? 'lifted' : 'standing');
        if (hold.state === 'lifted') return;
      }
    }),
  );
});
