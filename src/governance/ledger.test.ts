import fc from 'fast-check';
import { canonical } from '../kernel/json';
import { entryHash, firstHash, verifyChain } from './ledger';
import type { LedgerEntry, LedgerFact } from './ledger';

function chain(bodies: readonly string[]): LedgerEntry[] {
  let previousHash = firstHash;
  return bodies.map((text, n) => {
    const fact: LedgerFact = { at: '2026-11-02T09:00:00.000Z', kind: 'test', subject: 's', entryKey: `k${n}`, body: { text } };
    const hash = entryHash(n + 1, previousHash, fact);
    const entry = { ...fact, seq: n + 1, previousHash, hash };
    previousHash = hash;
    return entry;
  });
}

test('a whole chain is whole, and an empty one too', () => {
  expect(verifyChain(chain(['a', 'b', 'c']))).toMatchObject({ kind: 'whole', entries: 3 });
  expect(verifyChain([])).toEqual({ kind: 'whole', entries: 0, head: firstHash });
});

test('whatever is changed, removed or moved is found at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(2), (bodies, where, how) => {
      const entries = chain(bodies);
      const n = where % (entries.length - 1);
      const broken = entries.flatMap((entry, index) => {
        if (index !== n) return [entry];
        if (how === 0) return [];
        return how === 1 ? [{ ...entry, body: { text: 'something else entirely' } }] : [{ ...entry, kind: 'other' }];
      });
      expect(verifyChain(broken)).toMatchObject({ kind: 'broken', seq: n + 1 });
    }),
  );
});

test('the order of members does not matter to the hash, their values do', () => {
  expect(canonical({ b: [1, { d: null, c: 'ü"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ü\\"","d":null}]}');
  expect(() => canonical(Number.NaN)).toThrow(TypeError);
});
