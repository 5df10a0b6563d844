import fc from 'fast-check';
import { goTestJson } from './go-test-json';
import { ReportProblem } from './report';
import { numbers, readWith, sample } from './sample.fixture';

const samples: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  [
    'tests.jsonl',
    [7, 3, 3, 0, 1, 0, 0.412],
    [
      'example.com/shop/cart | TestCounts | failed | got 1, want 2',
      'example.com/shop/cart | TestSkips | skipped | ',
      'example.com/shop/cart | TestPrices/yen | failed | Not equal:',
      'example.com/shop/cart | TestPrices | failed | ',
    ],
  ],
  [
    'packages.jsonl',
    [5, 1, 1, 3, 0, 0, 1.015],
    [
      'example.com/shop/broken | build | errored | The package was not built.',
      'example.com/shop/main | package | errored | cannot reach the database',
      'example.com/shop/slow | TestHangs | errored | panic: test timed out after 1s',
      'example.com/shop/panics | TestPanics | failed | panic: nobody home',
    ],
  ],
  [
    'rerun.jsonl',
    [3, 2, 1, 0, 0, 1, 0.11],
    ['example.com/shop/cart | TestSettles | flaky | too early', 'example.com/shop/cart | TestBroken | failed | second'],
  ],
  ['count-2.jsonl', [2, 1, 1, 0, 0, 0, 0.05], ['example.com/shop/cart | TestOnce | failed | first time']],
];

test.each(samples)('%s', (file, counts, failing) => {
  const { tally, lines } = readWith(goTestJson, sample(`go-test-json/${file}`), 50);
  expect(numbers(tally)).toStrictEqual(counts);
  expect(lines).toStrictEqual(failing);
});

test('what the compiler and the test printed is kept', () => {
  const { cases } = readWith(goTestJson, sample('go-test-json/packages.jsonl'));
  const traces = cases.map((test) => test.trace?.split('\n').slice(0, 2).join(' / '));
  expect(traces).toStrictEqual([
    '# example.com/shop/broken [example.com/shop/broken.test] / broken/broken_test.go:6:2: undefined: total',
    'cannot reach the database / FAIL\texample.com/shop/main\t0.003s',
    undefined,
    'panic: test timed out after 1s / running tests:',
    'panic: nobody home [recovered] / \tpanic: nobody home',
  ]);
});

const event = (members: Record<string, unknown>) => `${JSON.stringify({ Package: 'p', ...members })}\n`;
const begun = event({ Action: 'start' }) + event({ Action: 'run', Test: 'T' });

test.each([
  ['the report ends in a test', begun, [' T errored', ' package errored']],
  ['the report ends in a package', begun + event({ Action: 'pass', Test: 'T' }), [' package errored']],
  ['a passing package says it for its tests', begun + event({ Action: 'pass' }), []],
  ['a failing package does not', begun + event({ Action: 'fail' }), [' T errored']],
  ['a package without tests', event({ Action: 'start' }) + event({ Action: 'skip' }), []],
  ['words after the end', begun + event({ Action: 'pass' }) + event({ Action: 'output', Output: 'bye' }), []],
  ['without a package', '{"Action":"run","Test":"T"}\n{"Action":"fail","Test":"T"}\n{"Action":"fail"}\n', [' T failed']],
  ['a build that no package names', '{"Action":"build-fail","ImportPath":"p"}\n', [' build errored']],
  ['wrong types', begun + '{"Action":7}\n{"Package":[]}\n{}\n' + event({ Action: 'pass', Elapsed: '1' }), []],
])('%s', (_, text, failing) => {
  const lines = readWith(goTestJson, text).lines.map((line) => line.replace(/^p \|/, '').split('|').slice(0, 2).join(''));
  const endings = readWith(goTestJson, text)
    .cases.filter((one) => one.ending !== 'passed')
    .map((one) => ` ${one.name} ${one.ending}`);
  expect(endings).toStrictEqual(failing);
  expect(lines).toHaveLength(failing.length);
});

test.each([
  ['', null],
  ['nothing of the kind', null],
  ['[1]\n\u0000', null],
  [begun + '{"Action":"pa', 3],
  [begun + '{'.repeat(100_000), 3],
])('%#: refused, with the line', (text, line) => {
  let problem: unknown;
  try {
    readWith(goTestJson, text);
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(ReportProblem);
  expect(problem).toMatchObject({ line });
});

test('every test that began is counted once, however the report is cut into pieces', () => {
  const endings = ['pass', 'fail', 'skip', 'none'] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...endings), { maxLength: 20 }), fc.integer({ min: 1, max: 60 }), (tests, piece) => {
      const events = tests.flatMap((end, at) => [
        event({ Action: 'run', Test: `T${at}` }),
        ...(end === 'none' ? [] : [event({ Action: end, Test: `T${at}` })]),
      ]);
      const text = event({ Action: 'start' }) + events.join('') + event({ Action: 'fail' });
      const { tally } = readWith(goTestJson, text, piece);
      const count = (end: string) => tests.filter((one) => one === end).length;
      const nothingElse = count('fail') + count('none') === 0 ? 1 : 0;
      expect(numbers(tally).slice(0, 5)).toStrictEqual([
        tests.length + nothingElse,
        count('pass'),
        count('fail'),
        count('none') + nothingElse,
        count('skip'),
      ]);
    }),
  );
});

test('a test that prints without end is read with a part of it', () => {
  const line = event({ Action: 'output', Test: 'T', Output: `${'x'.repeat(990)}\n` });
  const text = begun + line.repeat(20_000) + event({ Action: 'fail', Test: 'T' }) + event({ Action: 'fail' });
  expect(readWith(goTestJson, text, 65_536).cases[0]?.trace?.length).toBeLessThan(200_000);
});
