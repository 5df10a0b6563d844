import fc from 'fast-check';
import { leastToLeave } from './leaving';
import type { Leaver, Need } from './leaving';

const leaver = fc.record({
  kind: fc.constantFrom('feature' as const, 'defect' as const),
  size: fc.integer({ min: 0, max: 12 }).map((halves) => halves / 2),
  value: fc.integer({ min: 0, max: 100 }),
  started: fc.boolean(),
});
const leaversOf = (maxLength: number) =>
  fc.array(leaver, { maxLength }).map((all) => all.map((one, n): Leaver => ({ ...one, id: String(n) })));
const need = fc.record({
  features: fc.double({ min: 0, max: 12, noNaN: true }),
  all: fc.double({ min: 0, max: 20, noNaN: true }),
});

const sizeOf = (some: readonly Leaver[]) => some.reduce((sum, { size }) => sum + size, 0);
const features = (some: readonly Leaver[]) => some.filter(({ kind }) => kind === 'feature');
const frees = (some: readonly Leaver[], wanted: Need) =>
  sizeOf(features(some)) >= wanted.features - 1e-6 && sizeOf(some) >= wanted.all - 1e-6;
const subsets = (all: readonly Leaver[]) =>
  Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_one, n) => ((mask >> n) & 1) === 1));
const valueOf = (some: readonly Leaver[]) => some.reduce((sum, { value }) => sum + value, 0);

test('what leaves is enough, and no other set that is enough is worth less', () => {
  fc.assert(
    fc.property(leaversOf(9), need, (all, wanted) => {
      const answer = leastToLeave(all, wanted);
      const gone = all.filter(({ id }) => answer.ids.includes(id));
      const enough = subsets(all).filter((some) => frees(some, wanted));
      if (enough.length === 0) {
        expect(answer.short).toBeGreaterThan(0);
        expect(answer.smallest).toBe(false);
        return;
      }
      expect(frees(gone, wanted)).toBe(true);
      expect(answer).toMatchObject({ smallest: true, short: 0, value: valueOf(gone), size: sizeOf(gone) });
      expect(answer.value).toBe(Math.min(...enough.map(valueOf)));
      const cheapest = enough.filter((some) => valueOf(some) === answer.value);
      const inWork = (some: readonly Leaver[]) => some.filter(({ started }) => started).length;
      expect(inWork(gone)).toBe(Math.min(...cheapest.map(inWork)));
    }),
    { numRuns: 300 },
  );
});

test('where few issues matter more than their value, no smaller set would do', () => {
  fc.assert(
    fc.property(leaversOf(9), need, (all, wanted) => {
      const answer = leastToLeave(all, wanted, 'issues');
      const enough = subsets(all).filter((some) => frees(some, wanted));
      if (enough.length > 0) expect(answer.ids).toHaveLength(Math.min(...enough.map(({ length }) => length)));
    }),
    { numRuns: 300 },
  );
});

test('with so many sizes that they must be rounded, it is enough all the same, and nothing leaves in vain', () => {
  const all = Array.from({ length: 600 }, (_, n): Leaver => {
    return {
      id: String(n),
      kind: n % 3 === 0 ? 'defect' : 'feature',
      size: 1 + ((n * 37) % 977) / 100,
      value: (n * 53) % 101,
      started: false,
    };
  });
  const wanted = { features: 700, all: 900 };
  const answer = leastToLeave(all, wanted);
  const gone = all.filter(({ id }) => answer.ids.includes(id));
  expect(answer).toMatchObject({ smallest: false, short: 0 });
  expect(frees(gone, wanted)).toBe(true);
  for (const one of gone)
    expect(
      frees(
        gone.filter((other) => other !== one),
        wanted,
      ),
    ).toBe(false);
});

test('nothing leaves where nothing has to, and nothing of no size ever', () => {
  const free: Leaver = { id: 'free', kind: 'feature', size: 0, value: 0, started: false };
  expect(leastToLeave([free], { features: 0, all: 0 })).toEqual({ ids: [], size: 0, value: 0, smallest: true, short: 0 });
  expect(leastToLeave([free], { features: 1, all: 0 })).toMatchObject({ ids: [], short: 1 });
});
