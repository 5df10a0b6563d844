import fc from 'fast-check';
import { groupFailures } from './group';
import type { FailedCase } from './run';

const failed = (parts: Partial<FailedCase> = {}): FailedCase => ({
  ...{ name: 'adds', class: 'CartTest', message: 'refused', trace: 'at Cart', flaky: false },
  ...parts,
});
/** One cause per message; what a test says of numbers does not matter. */
const identityOf = ({ message }: FailedCase) => {
  const plain = (message ?? '').replace(/\d+/g, '<n>');
  return { fingerprint: `f1:${plain}`, kind: 'Error', message: plain, frames: ['Cart.add', 'Test.run'] };
};

test('500 failures of one cause are one group of 500 sightings', () => {
  const cases = Array.from({ length: 500 }, (_, n) =>
    failed({ name: `test ${n % 480}`, message: `refused ${n}`, flaky: n < 20 }),
  );
  const [group, ...others] = groupFailures(cases, identityOf);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ fingerprint: 'f1:refused <n>', kind: 'Error', title: 'refused <n>', topFrame: 'Cart.add' });
  expect([group?.count, group?.flaky, group?.tests.length]).toEqual([500, 20, 480]);
});

test('two causes are two groups, in the order of their fingerprints', () => {
  const groups = groupFailures([failed({ message: 'b' }), failed({ message: 'a' }), failed({ message: 'b' })], identityOf);
  expect(groups.map(({ fingerprint, count }) => [fingerprint, count])).toEqual([
    ['f1:a', 1],
    ['f1:b', 2],
  ]);
});

test.each<[string, Partial<FailedCase>, Partial<FailedCase>]>([
  ['one that stayed before a flaky one', { name: 'z' }, { name: 'a', flaky: true }],
  ['one with a trace before one without', { name: 'z' }, { name: 'a', trace: null }],
  ['the first by class', { class: 'A', name: 'z' }, { class: 'B', name: 'a' }],
  ['then by name', { name: 'a' }, { name: 'b' }],
  ['then by message', { message: 'refused 1' }, { message: 'refused 2' }],
])('the example is %s', (_, first, other) => {
  const [a, b] = [
    { trace: 'at first', ...first },
    { trace: 'at other', ...other },
  ].map(failed);
  for (const cases of [
    [a, b],
    [b, a],
  ])
    expect(
      groupFailures(
        cases.flatMap((one) => (one === undefined ? [] : [one])),
        identityOf,
      )[0],
    ).toMatchObject({
      trace: 'at first',
    });
});

test('the order of the failures does not matter, and none is lost', () => {
  const one = fc.record({
    name: fc.constantFrom('a', 'b'),
    class: fc.constantFrom('', 'A'),
    message: fc.constantFrom(null, 'x 1', 'x 2', 'y'),
    trace: fc.constantFrom(null, 't', 'u'),
    flaky: fc.boolean(),
  });
  const mixed = fc
    .array(one, { maxLength: 15 })
    .chain((cases) => fc.tuple(fc.constant(cases), fc.shuffledSubarray(cases, { minLength: cases.length })));
  fc.assert(
    fc.property(mixed, ([cases, others]) => {
      const groups = groupFailures(cases, identityOf);
      expect(groupFailures(others, identityOf)).toEqual(groups);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
    }),
  );
});
