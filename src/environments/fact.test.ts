import fc from 'fast-check';
import { factId, factKinds, newestOf, newnessOf } from './fact';
import type { Fact } from './fact';

const name = fc.constantFrom('a', 'b', 'c', 'd');
const at = fc.integer({ min: 0, max: 20 }).map((minutes) => new Date(Date.UTC(2026, 10, 2, 9, minutes)).toISOString());
/** Few things and few moments, so that words about the same thing collide in every way. */
const word = fc
  .record({ kind: fc.constantFrom(...factKinds), name, part: name, at, sequence: fc.integer({ min: 0, max: 3 }), state: name })
  .map(({ kind, name: of, part, at: when, sequence, state }): Fact => {
    const body = { state };
    const newness = newnessOf(sequence, when, body);
    return { kind, id: factId([of]), part, at: when, newness, environment: null, version: null, body };
  });

test('a thousand words in any order, and some of them again, come to the same facts', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1000, maxLength: 1000 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 100, maxLength: 100 }),
      (words, dice) => {
        let thrown = 0;
        const throwDice = () => ((dice[(thrown += 1) % dice.length] ?? 0) * 7919 * thrown) % 1;
        const again = words.filter(() => throwDice() < 0.2);
        const shuffled = [...words, ...again].map((one) => ({ one, place: throwDice() })).sort((a, b) => a.place - b.place);
        const sorted = (held: ReturnType<typeof newestOf<Fact>>) => [...held].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(newestOf(shuffled.map(({ one }) => one)))).toEqual(sorted(newestOf(words)));
      },
    ),
    { numRuns: 25 },
  );
});

test.each([
  ['the higher number', newnessOf(2, '2026-11-02T09:00:00.000Z', 'x'), newnessOf(10, '2026-11-02T08:00:00.000Z', 'x')],
  ['the later time', newnessOf(0, '2026-11-02T09:00:00.000Z', 'x'), newnessOf(0, '2026-11-02T09:00:00.001Z', 'x')],
  [
    'the greatest number that a sender can have',
    newnessOf(999, '2026-11-02T09:00:00.000Z', 'x'),
    newnessOf(Number.MAX_SAFE_INTEGER, '2020-11-02T09:00:00.000Z', 'x'),
  ],
])('of two words %s holds', (_, older, newer) => {
  expect(newer > older).toBe(true);
});

test('two words that are equally new but say different things are told apart by what they say', () => {
  const told = ['x', 'y'].map((body) => newnessOf(1, '2026-11-02T09:00:00.000Z', body));
  expect(new Set(told).size).toBe(2);
});
