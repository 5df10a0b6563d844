import fc from 'fast-check';
import { canonical } from '../kernel/json';
import { entryHash, evidenceHash, firstHash, verifyChain } from './ledger';
import type { LedgerActor, LedgerEntry } from './ledger';

function chain(bodies: readonly string[]): LedgerEntry[] {
  let previousHash = firstHash;
  return bodies.map((text, n) => {
    const evidence = n % 2 === 0 ? { issues: [text] } : null;
    const actor: LedgerActor = { kind: 'app', rule: null };
    const entry = {
      ...{ chain: '10000', seq: n + 1, at: '2026-11-02T09:00:00.000Z', kind: 'test', subject: 's', entryKey: `k${n}` },
      ...{ actor, app: '1.0.0', settings: 3, body: { text } },
      ...{ evidence, evidenceHash: evidenceHash(evidence), previousHash },
    };
    const hash = entryHash(previousHash, entry);
    previousHash = hash;
    return { ...entry, hash };
  });
}

test('a whole chain is whole, and an empty one too', () => {
  expect(verifyChain(chain(['a', 'b', 'c']))).toMatchObject({ kind: 'whole', seq: 3, withheld: 0 });
  expect(verifyChain([])).toEqual({ kind: 'whole', seq: 0, head: firstHash, withheld: 0 });
});

test('a chain can be checked in parts', () => {
  const [first, ...rest] = chain(['a', 'b', 'c']);
  expect(verifyChain(rest, { seq: 1, hash: first?.hash ?? '' })).toMatchObject({ kind: 'whole', seq: 3 });
  expect(verifyChain(rest)).toMatchObject({ kind: 'broken', seq: 1 });
});

test('withheld evidence is counted, and the chain is whole without it', () => {
  const withheld = chain(['a', 'b', 'c']).map((entry) => ({ ...entry, evidence: undefined }));
  expect(verifyChain(withheld)).toMatchObject({ kind: 'whole', withheld: 2 });
});

const other = (entry: LedgerEntry): LedgerEntry[] => [
  { ...entry, body: { text: 'something else entirely' } },
  { ...entry, kind: 'other' },
  { ...entry, chain: '10001' },
  { ...entry, actor: { kind: 'person', pseudonym: 'p' } },
  { ...entry, settings: 4 },
  { ...entry, evidence: { issues: ['something else entirely'] } },
  { ...entry, evidenceHash: null, evidence: undefined },
  { ...entry, hash: '1'.repeat(64) },
];

test('whatever is changed, removed or moved is found at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 8 }), fc.nat(), fc.nat(8), (bodies, where, how) => {
      const entries = chain(bodies);
      // Entries with evidence stand at even places; the last has nothing after it that could miss it.
      const n = 2 * (where % Math.floor(entries.length / 2));
      const broken = entries.flatMap((entry, index) => (index === n ? (other(entry)[how] ?? []) : [entry]));
      const check = verifyChain(broken);
      expect(check.kind === 'broken' && check.seq <= n + 2 && check.seq >= n + 1).toBe(true);
    }),
  );
});

test('the order of members does not matter to the hash, their values do', () => {
  expect(canonical({ b: [1, { d: null, c: 'ü"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ü\\"","d":null}]}');
  expect(() => canonical(Number.NaN)).toThrow(TypeError);
});
