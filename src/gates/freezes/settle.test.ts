import fc from 'fast-check';
import { hour, plus } from '../../kernel/instant';
import { frozenAt } from './freeze';
import type { Freeze } from './freeze';
import { beginFreeze, endFreeze, settleFreeze } from './settle';
import type { FreezeFacts } from './settle';

const now = '2026-11-02T09:00:00.000Z';
const facts: FreezeFacts = {
  ...{ projectId: '1', version: { id: '10', name: '4.2.0' }, isOut: false, day: null, ticket: null, freezes: [], now },
};
const rhea = { who: 'rhea', may: true, because: 'The candidate is built.' };
const byHand = (): Freeze => {
  const outcome = beginFreeze(facts, rhea);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.freeze;
};
const settled = (parts: Partial<FreezeFacts>): Freeze => {
  const freeze = settleFreeze({ ...facts, ...parts });
  if (freeze === null) throw new Error('Nothing changed.');
  return freeze;
};

test.each<[string, Partial<FreezeFacts>, object | null]>([
  ['nothing is planned', {}, null],
  ['its day is to come', { day: '2026-11-03' }, null],
  [
    'its day has come in the night, and nobody looked for half an hour',
    { day: '2026-11-02', now: '2026-11-02T00:30:00.000Z' },
    { since: '2026-11-02T00:00:00.000Z', actsFrom: '2026-11-02T00:00:00.000Z', cause: 'day' },
  ],
  [
    'its day was entered when it was over: what came in before is counted, and left alone',
    { day: '2026-10-20' },
    { since: '2026-10-20T00:00:00.000Z', actsFrom: now, cause: 'day' },
  ],
  [
    'its ticket entered the status',
    { ticket: { id: '7', at: '2026-11-02T08:59:00.000Z' } },
    { since: '2026-11-02T08:59:00.000Z', mark: '7:2026-11-02T08:59:00.000Z', cause: 'ticket' },
  ],
  [
    'its ticket has been in the status for days, and the settings name it only now',
    { ticket: { id: '7', at: '2026-10-20T08:00:00.000Z' } },
    { since: now, mark: '7:2026-10-20T08:00:00.000Z', cause: 'ticket' },
  ],
  ['it is out', { day: '2026-11-01', isOut: true }, null],
])('%s', (_, parts, begun) => {
  const freeze = settleFreeze({ ...facts, ...parts });
  if (begun === null) expect(freeze).toBeNull();
  else expect(freeze).toMatchObject({ id: '10-1', state: 'standing', ...begun });
});

test('the release ends it; taking the release back takes it up again, without what came in meanwhile', () => {
  const out = settled({ freezes: [byHand()], isOut: true });
  expect(out).toMatchObject({ state: 'ended', events: [{}, { act: 'released', who: null }] });
  expect(frozenAt(null, [out], now)).toEqual({ since: now, standing: false });
  const later = plus(now, hour);
  expect(settled({ freezes: [out], now: later })).toMatchObject({ state: 'standing', since: now, actsFrom: later });
});

test('another day ends the one that began by its day, and begins anew on that day', () => {
  const first = settled({ day: '2026-11-02' });
  const ended = settled({ freezes: [first], day: '2026-11-05' });
  expect(ended.state).toBe('ended');
  expect(settleFreeze({ ...facts, freezes: [ended], day: '2026-11-05' })).toBeNull();
  expect(settled({ freezes: [ended], day: '2026-11-05', now: '2026-11-05T00:00:00.000Z' }).id).toBe('10-2');
});

test('what was ended by hand does not begin again by itself, but by the ticket entering the status anew', () => {
  const ticket = { id: '7', at: now };
  const standing = settled({ ticket });
  const outcome = endFreeze([standing], rhea, now);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  expect(settleFreeze({ ...facts, ticket, freezes: [outcome.freeze] })).toBeNull();
  expect(frozenAt(null, [outcome.freeze], now)).toBeNull();
  expect(settled({ ticket: { id: '7', at: plus(now, hour) }, freezes: [outcome.freeze], now: plus(now, hour) }).id).toBe('10-2');
});

test.each([
  ['who may not', { may: false }, {}, 'may place and lift holds'],
  ['nobody without a reason', { because: ' ' }, {}, 'Say why'],
  ['nobody who is late', {}, { isOut: true }, 'is out already'],
  ['nobody twice', {}, { freezes: [byHand()] }, 'frozen already'],
])('%s freezes a release', (_, actor, parts, message) => {
  const outcome = beginFreeze({ ...facts, ...parts }, { ...rhea, ...actor });
  expect(outcome.kind === 'refused' ? outcome.message : '').toContain(message);
});

test('a day that nobody has noticed counts from its first moment on', () => {
  expect(frozenAt('2026-11-02', [], now)).toEqual({ since: '2026-11-02T00:00:00.000Z', standing: true });
  expect(frozenAt('2026-11-03', [], now)).toBeNull();
});

test('whatever happens, at most one stands, nothing is lost, and settling twice is settling once', () => {
  const step = fc.record({
    act: fc.constantFrom('settle', 'begin', 'end'),
    day: fc.constantFrom(null, '2026-11-01', '2026-11-03'),
    isOut: fc.boolean(),
    hours: fc.integer({ min: 0, max: 40 }),
    ticket: fc.constantFrom(null, '2026-11-02T09:00:00.000Z', '2026-11-02T20:00:00.000Z'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let freezes: Freeze[] = [];
      let at = now;
      const keep = (freeze: Freeze) => {
        const before = freezes.find(({ id }) => id === freeze.id);
        expect(freeze.events.slice(0, before?.events.length ?? 0)).toEqual(before?.events ?? []);
        freezes = [...freezes.filter(({ id }) => id !== freeze.id), freeze].sort((a, b) => (a.id < b.id ? -1 : 1));
      };
      for (const { act, day, isOut, hours, ticket } of steps.slice(0, 9)) {
        at = plus(at, hours * hour);
        const here = {
          ...facts,
          day,
          isOut,
          freezes,
          now: at,
          ticket: ticket === null || ticket > at ? null : { id: '7', at: ticket },
        };
        if (act === 'settle') {
          // Ended and begun are two steps.
          for (let n = 0; n < 3; n += 1) {
            const freeze = settleFreeze({ ...here, freezes });
            if (freeze !== null) keep(freeze);
          }
          expect(settleFreeze({ ...here, freezes })).toBeNull();
        } else {
          const outcome = act === 'begin' ? beginFreeze(here, rhea) : endFreeze(freezes, rhea, at);
          if (outcome.kind === 'done') keep(outcome.freeze);
        }
        expect(freezes.filter(({ state }) => state === 'standing').length).toBeLessThanOrEqual(1);
        expect(new Set(freezes.map(({ id }) => id)).size).toBe(freezes.length);
      }
    }),
  );
});
