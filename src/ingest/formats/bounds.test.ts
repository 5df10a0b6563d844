import { readReport } from '.';
import { bounds } from './bounds';
import { ReportProblem } from './report';

/** Reads a report that repeats something. @returns what is wrong with it, after its line */
function problemOf(start: string, repeated: string, times: number, end = ''): string {
  const reader = readReport(() => undefined);
  const write = (text: string) => reader.write(new TextEncoder().encode(text));
  const atOnce = Math.max(1, Math.floor(1_000_000 / repeated.length));
  try {
    write(start);
    for (let left = times; left > 0; left -= atOnce) write(repeated.repeat(Math.min(left, atOnce)));
    write(end);
    reader.end();
    return 'nothing';
  } catch (error) {
    if (!(error instanceof ReportProblem)) throw error;
    return `${error.line}: ${error.message}`;
  }
}

/** Small ones, so that it does not take long to go beyond them. */
beforeEach(() => {
  const names = ['bytes', 'tests', 'methods', 'goTests', 'elements', 'attributes', 'values', 'lines'] as const;
  for (const name of names) jest.replaceProperty(bounds, name, bounds[name] / 1_000);
});
afterEach(() => jest.restoreAllMocks());

const split = 'split it into several reports';
const testng = '<testng-results><suite><test><class name="a">';
const json = '{"results":{"tool":{},"summary":{},"tests":[],"extra":[0';
const attributes = Array.from({ length: 100 }, (_, n) => `b${n}=""`).join(' ');

test.each([
  ['testcases', '<testsuite>\n', '<testcase/>\n', 501, `502: it has more than 500 tests: ${split}`],
  ['suites', '<testsuites>\n', '<testsuite/>\n', 501, `501: it has more than 500 suites: ${split}`],
  ['suites of NUnit', '<test-run>\n', '<test-suite/>\n', 501, `501: it has more than 500 suites: ${split}`],
  ['test cases', '<test-run>\n', '<test-case/>\n', 501, `502: it has more than 500 tests: ${split}`],
  ['results', '<TestRun>\n', '<UnitTestResult/>\n', 501, `502: it has more than 500 tests: ${split}`],
  ['definitions', '<TestRun>\n', '<UnitTest/>\n', 501, `502: it has more than 500 test definitions: ${split}`],
  ['tests', '<assemblies>\n', '<test/>\n', 501, `502: it has more than 500 tests: ${split}`],
  ['points', 'TAP version 14\n', 'ok\n', 502, `null: it has more than 500 tests: ${split}`],
  ['methods', testng, '<test-method/>\n', 201, `201: it has more than 200 methods in one class: ${split}`],
  [
    'packages',
    '',
    '{"Action":"start","Package":"p"}\n{"Action":"pass","Package":"p"}\n',
    252,
    `502: it has more than 250 tests and packages: ${split}`,
  ],
  ['elements', '<testsuite>', '<a/>\n', 4_000, `4000: it has more than 4,000 elements: ${split}`],
  ['pieces of CDATA', '<testsuite>', '<![CDATA[]]>', 4_001, `1: it has more than 4,000 CDATA sections: ${split}`],
  ['attributes', '<testsuite>', `<a ${attributes}/>\n`, 101, `101: it has more than 10,000 attributes: ${split}`],
  ['lines', 'TAP version 14\n', '#\n', 2_001, `2001: it has more than 2,000 lines: ${split}`],
  ['values', json, ',0', 3_001, `null: it has more than 3,000 values: ${split}`],
  ['bytes', '<testsuite>', ' ', 100_000, `null: it has more than 100,000 bytes: ${split}`],
])('a report with too many %s is refused', (_what, start, repeated, times, problem) => {
  expect(problemOf(start, repeated, times)).toBe(problem);
});

test.each([
  ['<testsuite>', '<testcase name="a"/>\n', '</testsuite>'],
  ['<testsuites>', '<testsuite/>\n', '</testsuites>'],
  ['<TestRun>', '<UnitTestResult/>\n', '</TestRun>'],
])('as much as a report may hold is read (%#)', (start, repeated, end) => {
  // The element around suites counts as one itself.
  expect(problemOf(start, repeated, 499, end)).toBe('nothing');
});

test.each([
  [
    '<TestRun><Results>',
    '<UnitTestResult testName="a" outcome="Failed"><Output><ErrorInfo><Message>m</Message><StackTrace>at a</StackTrace></ErrorInfo></Output></UnitTestResult>',
    '</Results></TestRun>',
  ],
  [
    '',
    '{"Action":"run","Package":"p","Test":"a"}\n{"Action":"output","Package":"p","Test":"a","Output":"at a"}\n{"Action":"fail","Package":"p","Test":"a"}\n',
    '{"Action":"fail","Package":"p"}\n',
  ],
  ['TAP version 14\n', '    not ok - a\n    # at a\n', 'not ok 1\n1..1\n'],
])('beyond the traces that are kept failures are counted without theirs (%#)', (start, repeated, end) => {
  jest.replaceProperty(bounds, 'traces', 10);
  const traces: (string | null)[] = [];
  const reader = readReport(({ trace }) => traces.push(trace));
  reader.write(new TextEncoder().encode(start + repeated.repeat(5) + end));
  expect(reader.end().tally.failed).toBe(5);
  expect(traces).toEqual(['at a', 'at a', null, null, null]);
});
