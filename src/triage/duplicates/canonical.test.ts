import fc from 'fast-check';
import { canonicalOf, groupsOf, joinOf, refusalOf } from './canonical';
import type { Member, SamePair } from './canonical';

const id = fc.integer({ min: 1, max: 12 }).map(String);
const pairs = fc.array(fc.tuple(id, id), { maxLength: 20 });
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const members = fc
  .array(fc.record({ open: fc.boolean(), day: fc.integer({ min: 1, max: 6 }) }), { minLength: 12, maxLength: 12 })
  .map(
    (all) =>
      new Map(
        all.map(({ open, day: n }, at): [string, Member] => [String(at + 1), { id: String(at + 1), open, createdAt: day(n) }]),
      ),
  );
const everyone = Array.from({ length: 12 }, (_, n) => String(n + 1));
const member = (n: string, open: boolean, createdAt: string): Member => ({ id: n, open, createdAt });

test('whatever the order in which pairs were said, every defect has the same canonical one as all that it is the same as', () => {
  fc.assert(
    fc.property(pairs, members, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (said, all, order) => {
      const shuffled = said
        .map((pair, n) => ({ pair, at: order[n] ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ pair: [a, b], at }): SamePair => (at % 2 === 0 ? [a, b] : [b, a]));
      const [groups, again] = [groupsOf(everyone, said), groupsOf([...everyone].reverse(), shuffled)];
      const heads = (found: Map<string, readonly string[]>) =>
        everyone.map((one) => canonicalOf((found.get(one) ?? []).flatMap((other) => all.get(other) ?? []))?.id);
      expect(heads(again)).toEqual(heads(groups));
      for (const [one, other] of said) expect(groups.get(one)).toEqual(groups.get(other));
      for (const one of everyone) {
        const head = all.get(heads(groups)[Number(one) - 1] ?? '');
        const group = (groups.get(one) ?? []).flatMap((other) => all.get(other) ?? []);
        expect(group.map((each) => each.id)).toContain(one);
        for (const each of group) {
          if (each.open) expect(head?.open).toBe(true);
          if (each.open === head?.open) expect(head.createdAt <= each.createdAt).toBe(true);
        }
      }
    }),
  );
});

test('a chain and a cycle resolve to the oldest open one, else to the oldest', () => {
  const chain = groupsOf(
    ['3'],
    [
      ['3', '2'],
      ['2', '1'],
      ['1', '3'],
    ],
  ).get('3');
  expect(chain).toEqual(['1', '2', '3']);
  const [a, b, c] = [member('1', false, day(1)), member('2', true, day(2)), member('3', true, day(3))];
  expect(canonicalOf([c, a, b])?.id).toBe('2');
  expect(canonicalOf([member('3', false, day(3)), a])?.id).toBe('1');
  expect(canonicalOf([member('10', true, day(1)), member('9', true, day(1))])?.id).toBe('9');
  expect(canonicalOf([])).toBeNull();
});

test('the later one is the duplicate, unless the earlier one is closed and stays so', () => {
  const [old, young] = [member('1', true, day(1)), member('2', true, day(2))];
  const alone = (defect: Member, reopened = false) => ({ defect, group: [defect], reopened });
  expect(joinOf(alone(young), alone(old))).toMatchObject({ canonical: { id: '1' }, duplicate: { id: '2' } });
  expect(joinOf(alone(old), alone(young))).toMatchObject({ canonical: { id: '1' }, duplicate: { id: '2' } });
  const closed = { ...old, open: false };
  expect(joinOf(alone(young), alone(closed))).toMatchObject({ canonical: { id: '2' }, duplicate: { id: '1' } });
  expect(joinOf(alone(young), alone(closed, true))).toMatchObject({ canonical: { id: '1' }, duplicate: { id: '2' } });
  expect(joinOf(alone(old), alone(old))).toBeNull();
});

test('who is said to be the same as a duplicate is the same as what that one is a duplicate of', () => {
  const [first, second, third] = [member('1', true, day(1)), member('2', false, day(2)), member('3', true, day(3))];
  const group = [first, second];
  expect(joinOf({ defect: third, group: [third] }, { defect: second, group, reopened: false })).toMatchObject({
    canonical: { id: '1' },
    duplicate: { id: '3' },
  });
  expect(joinOf({ defect: first, group }, { defect: second, group, reopened: false })).toMatchObject({
    canonical: { id: '1' },
    duplicate: { id: '2' },
  });
});

test('a refusal is the same from both sides', () => {
  fc.assert(fc.property(id, id, (one, other) => expect(refusalOf(one, other)).toEqual(refusalOf(other, one))));
});
