import fc from 'fast-check';
import { findAttempts } from './junit-attempts';
import type { SuiteWord } from './junit-attempts';
import type { Ending, ReportedCase } from './report';

interface Given {
  readonly name?: string;
  readonly ending: Ending;
  readonly place?: string | null;
  readonly repeated?: boolean;
  readonly message?: string;
}

function found(given: readonly Given[], word: Partial<SuiteWord> = {}): ReportedCase[] {
  const taken: ReportedCase[] = [];
  const attempts = findAttempts((test) => taken.push(test));
  given.forEach(({ name = 'a', ending, place = null, repeated = false, message = ending }, n) => {
    const said = ending === 'passed' || ending === 'skipped' ? null : `${message} ${n}`;
    const test = { name, className: 'C', ending, flaky: false, seconds: 1, message: said, trace: null };
    attempts.add({ test, place, isRepetition: () => repeated });
  });
  attempts.end({ tests: null, listed: given.length, namesAreUnique: false, ...word });
  return taken;
}

const endings = (...said: readonly Ending[]) => said.map((ending) => ({ ending }));

test('testcases of one name are tests of their own where nothing says otherwise', () => {
  expect(found(endings('failed', 'passed'))).toHaveLength(2);
  expect(found(endings('failed', 'passed'), { tests: 2 })).toHaveLength(2);
});

test.each([
  ['the suite counts them once', endings('failed', 'errored', 'passed'), { tests: 1 }],
  ['names are unique', endings('failed', 'errored', 'passed'), { namesAreUnique: true }],
  ['they stand in the same line', endings('failed', 'errored', 'passed').map((one) => ({ ...one, place: 'a.py:1' })), {}],
  ['the report says so', endings('failed', 'errored', 'passed').map((one, n) => ({ ...one, repeated: n > 0 })), {}],
])('they are one flaky test where %s', (_why, given, word) => {
  expect(found(given, word)).toEqual([
    { name: 'a', className: 'C', ending: 'passed', flaky: true, seconds: 3, message: 'failed 0', trace: null },
  ]);
});

test('one that never passes ends as its last attempt, and tells its first failure', () => {
  expect(found(endings('failed', 'errored'), { tests: 1 })).toMatchObject([
    { ending: 'errored', flaky: false, message: 'failed 0' },
  ]);
});

test('what passed is not run again', () => {
  const place = 'a.py:1';
  expect(found(endings('passed', 'failed', 'failed').map((one) => ({ ...one, place })))).toHaveLength(3);
  expect(found(endings('failed', 'passed', 'passed').map((one) => ({ ...one, place })))).toHaveLength(2);
});

test('other places and other names are other tests', () => {
  expect(
    found([
      { ending: 'failed', place: 'a:1' },
      { ending: 'passed', place: 'a:2' },
    ]),
  ).toHaveLength(2);
  expect(found([{ ending: 'failed' }, { ending: 'passed', name: 'b' }], { namesAreUnique: true })).toHaveLength(2);
});

test('a suite whose failures are too much to hold keeps them all', () => {
  const given = Array.from({ length: 20_000 }, (_, n) => ({
    name: `a${n % 10_000}`,
    ending: 'failed' as const,
    message: 'x'.repeat(100),
  }));
  expect(found(given)).toHaveLength(20_000);
  const later = found([...given, { name: 'b', ending: 'failed' }, { name: 'b', ending: 'passed' }], { namesAreUnique: true });
  expect(later.filter(({ flaky }) => flaky)).toMatchObject([{ name: 'b' }]);
});

test('no test is lost or made up', () => {
  const given = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    ending: fc.constantFrom<Ending>('passed', 'failed', 'errored', 'skipped'),
    place: fc.constantFrom(null, 'f:1', 'f:2'),
    repeated: fc.boolean(),
  });
  const word = fc.record({ tests: fc.option(fc.nat(10)), namesAreUnique: fc.boolean() });
  fc.assert(
    fc.property(fc.array(given), word, (cases, said) => {
      const taken = found(cases, said);
      const seconds = taken.reduce((sum, test) => sum + (test.seconds ?? 0), 0);
      expect(seconds).toBe(cases.length);
      expect(new Set(taken.map(({ name }) => name))).toEqual(new Set(cases.map(({ name }) => name)));
      if (cases.every(({ ending }) => ending !== 'passed')) expect(taken.every(({ flaky }) => !flaky)).toBe(true);
      for (const test of taken) if (test.flaky) expect(test.ending).toBe('passed');
    }),
  );
});
