import { mostErased, unlessErased, withErased } from './erased';
import type { Erased } from './erased';

const nobody: Erased = { key: 'k', people: [] };
const id = (n: number) => `acc-${n}`;
const after = (count: number, from = nobody) => Array.from({ length: count }, (_, n) => id(n)).reduce(withErased, from);

test('who was erased is nobody, everybody else is who it was, and nobody stays nobody', () => {
  const kept = unlessErased(after(2));
  expect([id(0), id(1), id(2), '', null].map(kept)).toEqual([null, null, id(2), '', null]);
  expect([id(0), null].map(unlessErased(nobody))).toEqual([id(0), null]);
});

test('no account id is kept, and without the key nobody is recognised', () => {
  const erased = after(3);
  expect(erased.people.every((hash) => /^[0-9a-f]{32}$/.test(hash))).toBe(true);
  expect(JSON.stringify(erased)).not.toContain('acc-');
  expect(unlessErased({ ...erased, key: 'another' })(id(0))).toBe(id(0));
});

test('whoever is erased twice is kept once, as the newest', () => {
  const twice = withErased(after(3), id(0));
  expect(twice.people).toEqual([...after(3).people.slice(1), after(1).people[0]]);
});

test('5,000 people are kept; of more the oldest are out, and it fits a value of the key-value store', () => {
  const full = after(mostErased);
  expect(full.people).toHaveLength(5000);
  const more = [id(5000), id(5001)].reduce(withErased, full);
  expect(more.people).toEqual([...full.people.slice(2), ...[id(5000), id(5001)].reduce(withErased, nobody).people]);
  const kept = unlessErased(more);
  expect([id(0), id(1), id(2), id(5001)].map(kept)).toEqual([id(0), id(1), null, null]);
  expect(JSON.stringify(more).length).toBeLessThan(240 * 1024);
});

test('a list that an older version let grow too long is cut with the next person', () => {
  const long = { key: 'k', people: Array.from({ length: 6000 }, (_, n) => `${n}`) };
  expect(withErased(long, id(0)).people).toHaveLength(mostErased);
});
