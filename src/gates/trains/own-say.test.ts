import { now } from '../gates.fixture';
import { ownSay, sayAt } from './own-say';

type Parts = Parameters<typeof ownSay>[0]['conditions'][number];
const until = '2026-11-02T09:15:00.000Z';
const condition = (parts: Partial<Parts>): Parts => ({
  ...{ rule: 'open-defects', breach: 'holds', state: 'met', reason: 'why', restsUntil: null, ...parts },
});
const train = (state: Parts['state']) => condition({ rule: 'train-members', state, reason: 'the train' });

test.each<[string, 'open' | 'held' | 'unknown', Parts[], string, string | null]>([
  ['open', 'open', [condition({}), train('met')], 'open', null],
  ['held by itself', 'held', [condition({ state: 'breached' }), train('met')], 'held', 'why'],
  ['held by the others alone', 'held', [condition({}), train('breached')], 'open', null],
  ['not known because of the others alone', 'unknown', [condition({}), train('unknown')], 'open', null],
  ['not known by itself, held by the others', 'held', [condition({ state: 'unknown' }), train('breached')], 'unknown', 'why'],
  ['not known, and no condition says why', 'unknown', [condition({}), train('met')], 'unknown', null],
  ['a row that warns', 'open', [condition({ breach: 'warns', state: 'breached' })], 'open', null],
  ['a gate of trains alone', 'held', [train('breached')], 'open', null],
  ['a gate without conditions', 'unknown', [], 'unknown', null],
])('%s', (_, state, conditions, own, because) =>
  expect(ownSay({ state, conditions }, until, true)).toEqual({ state: own, because, until }),
);

test('nothing is open while the project is still being read', () =>
  expect(ownSay({ state: 'unknown', conditions: [condition({}), train('unknown')] }, until, false).state).toBe('unknown'));

test('it lasts no longer than what it rests on, the others left out of account', () => {
  const soon = '2026-11-02T09:10:00.000Z';
  const rests = [condition({ restsUntil: soon }), { ...train('met'), restsUntil: now }];
  expect(ownSay({ state: 'open', conditions: rests }, until, true).until).toBe(soon);
});

test('what is out of date is not known', () => {
  const held = ownSay({ state: 'held', conditions: [condition({ state: 'breached' })] }, now, true);
  expect(sayAt(held, '2026-11-02T08:59:00.000Z')).toBe(held);
  expect(sayAt(held, now)).toMatchObject({ state: 'unknown', because: 'its last verdict is out of date' });
});
