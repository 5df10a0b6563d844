import fc from 'fast-check';
import { tap } from './tap';
import { ReportProblem } from './report';
import { numbers, readWith, sample } from './sample.fixture';

const samples: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  [
    'node.tap',
    // Node.js says 8 tests: the suite whose clean-up failed is one more here.
    [9, 4, 1, 2, 2, 0, 0.34133168],
    [
      'cart | removes | failed | Expected values to be strictly equal:\n\n1 !== 2',
      'cart | later | skipped | ',
      'cart | skips | skipped | ',
      ' | slow | errored | test timed out after 20ms',
      ' | hooked | errored | after broke',
    ],
  ],
  [
    'perl.tap',
    [8, 2, 2, 0, 4, 0, 0],
    [
      " | equals | failed | got: '1' expected: '2'",
      ' | todo one | skipped | ',
      ' | test 4 | skipped | ',
      ' | test 5 | skipped | ',
      "inner | b | failed | Failed test 'b'",
      ' | test 7 | skipped | ',
    ],
  ],
  [
    'subtests.tap',
    [9, 4, 2, 0, 3, 0, 0.04],
    [
      'buffered or not › deeper | three | skipped | ',
      'in braces | five | failed | expected 4, got 3',
      ' | its children may fail | skipped | ',
      " | fails by itself | failed | it's late",
      ' | skipped although it failed | skipped | ',
    ],
  ],
  [
    'bail-out.tap',
    [3, 1, 1, 1, 0, 0, 0],
    [' | signs in | failed | Wrong "password"', ' | Bail out! | errored | Nobody is signed in.'],
  ],
  [
    'short.tap',
    [5, 3, 0, 2, 0, 0, 0.0125],
    [' | test 4 | errored | 5 tests were planned, 3 ran.', ' | test 5 | errored | 5 tests were planned, 3 ran.'],
  ],
  ['all-skipped.tap', [1, 0, 0, 0, 1, 0, 0], [' | all tests | skipped | ']],
  ['two-files.tap', [3, 2, 1, 0, 0, 0, 0], [' | c | failed | (in test file test/c.bats, line 3) `[ "$total" -eq 2 ]\' failed']],
];

test.each(samples)('%s', (file, counts, failing) => {
  const text = sample(`tap/${file}`);
  for (const piece of [1, 7, text.length]) {
    const { tally, lines } = readWith(tap, text, piece);
    expect(numbers(tally)).toStrictEqual(counts);
    expect(lines).toStrictEqual(failing);
  }
});

test('names, escapes and times', () => {
  const text = '1..6\nok\nok 2\nok 3 three # 3\nok 4 - a \\# TODO b\nok 5 # time=1.5s\nok 6 - # SKIPPED: later\n';
  expect(readWith(tap, text).cases.map((one) => [one.name, one.ending, one.seconds])).toStrictEqual([
    ['test 1', 'passed', null],
    ['test 2', 'passed', null],
    ['three # 3', 'passed', null],
    ['a # TODO b', 'passed', null],
    ['test 5', 'passed', 1.5],
    ['test 6', 'skipped', null],
  ]);
});

test.each([
  ['no plan', 'ok 1\n', 'plan errored'],
  ['fewer than planned', '1..1\nok 1\nok 2\n', 'plan errored'],
  ['two plans', '1..2\n1..3\nok 1\nok 2\n', 'plan errored'],
  ['nothing but a version', 'TAP version 14\n', 'plan errored'],
  ['unexpected success', '1..1\nok 1 # TODO later\n', ''],
  ["prove's last word", 't/a.t ..\n1..1\nok 1 - a\nok\nAll tests successful.\n', ''],
  ['two reports', 'TAP version 13\nok 1\n1..1\nTAP version 13\nok 1\n1..1\n', ''],
  ['two reports without versions', 'ok 1\n1..1\nok 1\n1..1\n', ''],
  ['a report after a bail out', 'TAP version 13\nBail out!\nTAP version 13\nok 1\n1..1\n', 'Bail out! errored'],
  ['a bail out in a subtest', '1..1\n    Bail out!  no\nBail out!  no\n', 'Bail out! errored'],
  ['a parent that passes with a failing child', '1..1\n    not ok 1 - a\n    1..1\nok 1 - b\n', 'a failed'],
  ['a parent that is to do', '1..1\n    not ok 1 - a\n    1..1\nnot ok 1 - b # TODO\n', 'a skipped'],
  ['a parent that is cut off', '1..1\n    not ok 1 - a\n', 'a failed, test 1 errored'],
  ['braces that are not closed', '1..1\nok 1 - a {\n    not ok 1 - b\n', 'b failed'],
  ['a block that is not closed', '1..2\nnot ok 1 - a\n  ---\n  message: no\nok 2 - b\n', 'a failed'],
  ['what a test prints', '1..1\n  ok 2\nok 1 - a\n     not ok 2\n  }\n  ---\n', ''],
  ['more than can be nested', `1..1\n${' '.repeat(400)}not ok 1 - a\nok 1 - b\n`, ''],
])('%s', (_, text, failing) => {
  const { cases } = readWith(tap, text);
  const told = cases.filter((one) => one.ending !== 'passed').map((one) => `${one.name} ${one.ending}`);
  expect(told.join(', ')).toBe(failing);
});

test('a great many missing tests are not each written down', () => {
  const { tally, lines } = readWith(tap, '1..999999999999999\nok 1\n');
  expect(tally.errors).toBe(1_001);
  expect(lines.at(-1)).toBe(' | plan | errored | 999999999999999 tests were planned, 1 ran: 999999999998998 more are missing.');
});

test.each(['', 'nothing of the kind', '\u0000\u0000\n', '# only a comment', '    \n'])('%j is refused', (text) => {
  expect(() => readWith(tap, text)).toThrow(ReportProblem);
});

test('whatever is mixed, each leaf is counted once and nothing passes that failed', () => {
  const leaf = fc.constantFrom('ok', 'not ok');
  const tests = fc.array(fc.array(leaf, { maxLength: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(tests, fc.integer({ min: 1, max: 40 }), (groups, piece) => {
      const parts = groups.map((leaves, at) => {
        const inner = leaves.map((one, index) => `    ${one} ${index + 1} - leaf\n`).join('');
        const good = leaves.every((one) => one === 'ok');
        return `${inner}${leaves.length === 0 ? '' : `    1..${leaves.length}\n`}${good ? 'ok' : 'not ok'} ${at + 1} - group\n`;
      });
      const { tally } = readWith(tap, `1..${groups.length}\n${parts.join('')}`, piece);
      const leaves = groups.flatMap((group) => (group.length === 0 ? ['ok'] : group));
      expect([tally.tests, tally.failed, tally.errors]).toStrictEqual([
        leaves.length,
        leaves.filter((one) => one !== 'ok').length,
        0,
      ]);
    }),
  );
});
