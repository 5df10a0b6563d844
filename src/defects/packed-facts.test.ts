import fc from 'fast-check';
import { packFacts, unpackFacts } from './packed-facts';
import type { FactsOfDefect } from './packed-facts';

const start = Date.UTC(2026, 0, 1);
const instant = (ms: number) => new Date(start + ms).toISOString();
const versions = fc.uniqueArray(fc.constantFrom('1', '20', '300'));

/** People came and went, the first of them perhaps at the creation. */
const defect = fc
  .record({
    created: fc.nat(1_000_000_000),
    moves: fc.array(fc.record({ after: fc.nat(1_000_000), person: fc.option(fc.constantFrom('a', 'b')) }), { maxLength: 5 }),
    ...{ affects: versions, fix: versions },
  })
  .map(({ created, moves, affects, fix }) => {
    const ordered = [...moves].sort((one, other) => one.after - other.after);
    const spans = ordered.map(({ after, person }) => ({
      ...{ value: person, label: null, from: instant(created + after), to: null },
    }));
    const first = ordered.find(({ after, person }) => after > 0 && person !== null);
    return {
      ...{ createdAt: instant(created), named: { affects, fix }, history: { assignee: spans } },
      assigned: first === undefined ? undefined : start + created + first.after,
    };
  });

test('what is packed in any number of chunks comes back: versions, and when somebody was assigned after the creation', () => {
  fc.assert(
    fc.property(fc.array(fc.array(defect, { maxLength: 8 }), { maxLength: 3 }), (parts) => {
      let id = 0;
      const chunks = parts.map((part) => part.map((one) => ({ ...one, id: String((id += 1)) })));
      const packed = chunks.map((all: readonly FactsOfDefect[]) => ({ ids: all.map((one) => one.id), facts: packFacts(all) }));
      expect(JSON.parse(JSON.stringify(packed))).toEqual(packed);
      const facts = unpackFacts(packed);
      for (const { id: name, named, assigned } of chunks.flat()) {
        expect(facts.assigned.get(name)).toBe(assigned);
        expect(facts.named.get(name)).toEqual(named.affects.length + named.fix.length === 0 ? undefined : named);
      }
    }),
  );
});

test('no person is in what is packed', () => {
  const assignee = [{ value: 'account-7', label: null, from: instant(5), to: null }];
  const named = { affects: [], fix: ['1'] };
  expect(JSON.stringify(packFacts([{ id: '7', createdAt: instant(0), named, history: { assignee } }]))).not.toContain('account');
});
