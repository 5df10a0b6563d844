import fc from 'fast-check';
import { now } from '../gates.fixture';
import { decideNomination, nominate } from './machine';
import type { Nomination, NominationState } from './nomination';

const place = { projectId: '1', version: { id: '10', name: '4.2.0' }, defectId: '7' };
const asking = { who: 'ada', because: 'Refunds go to the wrong account', now, isOpen: true, isShipped: false };
const deciding = { who: 'rhea', because: 'Money is lost', now, mayDecide: true };

function inState(state: NominationState): Nomination {
  const event = { act: state, at: now, who: 'ada', because: 'so' };
  return { id: '10-7', ...place, state, events: [event] };
}

test('it is asked for, and granted with a reason', () => {
  const asked = nominate(place, null, asking);
  if (asked.kind !== 'done') throw new Error(asked.message);
  expect(decideNomination(asked.nomination, 'granted', deciding)).toEqual({
    kind: 'done',
    nomination: {
      id: '10-7',
      ...place,
      state: 'granted',
      events: [
        { act: 'asked', at: now, who: 'ada', because: 'Refunds go to the wrong account' },
        { act: 'granted', at: now, who: 'rhea', because: 'Money is lost' },
      ],
    },
  });
});

test.each<[string, Nomination | null, Partial<typeof asking>, RegExp]>([
  ['without a reason', null, { because: ' ' }, /^Say why/],
  ['for a defect that is done', null, { isOpen: false }, /^The defect is done/],
  ['for a release that is out', null, { isShipped: true }, /^4.2.0 is out/],
  ['twice', inState('asked'), {}, /waits for a decision/],
  ['for what is a blocker', inState('granted'), {}, /blocker of this release already/],
])('nobody asks %s', (_, before, parts, message) => {
  const outcome = nominate(place, before, { ...asking, ...parts });
  expect(outcome.kind === 'refused' ? outcome.message : outcome.kind).toMatch(message);
});

test('what was refused can be asked for again', () => {
  expect(nominate(place, inState('refused'), asking)).toMatchObject({ kind: 'done', nomination: { state: 'asked' } });
});

test.each<[string, 'granted' | 'refused', NominationState, Partial<typeof deciding>, string]>([
  ['who may not', 'granted', 'asked', { mayDecide: false }, 'refused'],
  ['who gives no reason', 'granted', 'asked', { because: '' }, 'refused'],
  ['who grants what is granted', 'granted', 'granted', {}, 'refused'],
  ['who refuses what is refused', 'refused', 'refused', {}, 'refused'],
  ['who thinks better of it', 'refused', 'granted', {}, 'done'],
  ['who thinks better of it, the other way', 'granted', 'refused', {}, 'done'],
])('%s decides nothing, or something', (_, act, state, parts, kind) => {
  expect(decideNomination(inState(state), act, { ...deciding, ...parts }).kind).toBe(kind);
});

test('whatever people do, its state is its last event, and none is ever lost', () => {
  const step = fc.record({
    act: fc.constantFrom<NominationState>('asked', 'granted', 'refused'),
    because: fc.constantFrom('', 'so'),
    mayDecide: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let nomination: Nomination | null = null;
      for (const { act, because, mayDecide } of steps) {
        const before: Nomination | null = nomination;
        if (act !== 'asked' && before === null) continue;
        const outcome =
          act === 'asked' || before === null
            ? nominate(place, before, { ...asking, because })
            : decideNomination(before, act, { ...deciding, because, mayDecide });
        if (outcome.kind === 'refused') continue;
        const next: Nomination = outcome.nomination;
        expect(next.events.slice(0, -1)).toEqual(before?.events ?? []);
        expect([next.state, because]).toEqual([next.events.at(-1)?.act, 'so']);
        if (act !== 'asked') expect(mayDecide).toBe(true);
        nomination = next;
      }
    }),
  );
});
