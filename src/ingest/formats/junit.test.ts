import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testReportsPath } from '../../../tests/shared-material';
import { junit } from './junit';
import { readReportOf } from './read-report';
import { ReportProblem } from './report';
import type { ReportedCase } from './report';

function read(bytes: Uint8Array) {
  const cases: ReportedCase[] = [];
  const reader = readReportOf([junit], (test) => cases.push(test));
  reader.write(bytes);
  const { tests, passed, failed, errors, skipped, flaky, seconds } = reader.end().tally;
  return { counts: [tests, passed, failed, errors, skipped, flaky], seconds, cases };
}

const readText = (text: string) => read(new TextEncoder().encode(text));
const inSuite = (inner: string, attributes = '') => readText(`<testsuite name="basket" ${attributes}>${inner}</testsuite>`);

/** tests, passed, failed, errors, skipped, flaky; seconds */
type Expected = readonly [string, readonly [number, number, number, number, number, number], number];

const samples = join(__dirname, 'samples', 'junit');
/** What each tool itself would print at its end. */
const ofTools: readonly Expected[] = [
  ['bazel', [1, 0, 0, 1, 0, 0], 7],
  ['behave', [4, 1, 1, 0, 2, 0], 0.005],
  ['catch2', [4, 1, 1, 1, 1, 0], 0.006],
  ['ctest', [4, 1, 1, 0, 2, 0], 2],
  ['cunit', [2, 1, 1, 0, 0, 0], 0],
  ['cypress', [2, 1, 1, 0, 0, 0], 9.424],
  ['eslint', [3, 1, 2, 0, 0, 0], 0],
  ['go-junit-report', [3, 1, 1, 1, 0, 0], 0.16],
  ['googletest', [5, 2, 1, 0, 2, 0], 0.05],
  ['gotestsum', [6, 3, 2, 0, 1, 1], 3.5],
  ['gradle', [4, 2, 1, 0, 1, 0], 0.31],
  ['jest-junit', [5, 2, 1, 1, 1, 0], 3.21],
  ['maven-surefire', [6, 3, 1, 1, 1, 1], 1234.567],
  ['mocha-xunit', [3, 1, 1, 0, 1, 0], 0.012],
  ['nextest', [4, 2, 2, 0, 0, 1], 4.25],
  ['no-counts', [5, 1, 2, 2, 0, 0], 0.75],
  ['nunit-by-xslt', [3, 1, 1, 0, 1, 0], 0.5],
  ['perl-tap-formatter', [4, 1, 1, 1, 1, 0], 0.00029598],
  ['phpunit', [6, 3, 1, 1, 1, 0], 0.12],
  ['playwright', [4, 2, 1, 0, 1, 1], 12.5],
  ['pytest-xunit1', [6, 2, 1, 1, 2, 0], 0.25],
  ['pytest-xunit2', [2, 1, 0, 1, 0, 0], 0.04],
  ['robot', [3, 1, 1, 0, 1, 0], 0.045],
  ['suite-broke', [5, 2, 1, 2, 0, 0], 0.5],
];

test.each(ofTools)('counts what %s wrote', (name, counts, seconds) => {
  const report = read(readFileSync(join(samples, `${name}.xml`)));
  expect(report).toMatchObject({ counts, seconds });
});

test('every sample has its numbers', () => {
  expect(ofTools.map(([name]) => `${name}.xml`)).toEqual(readdirSync(samples).sort());
});

/** Counted by hand. In flaky_success_first nothing is run again: a test that passed is not. */
const real: readonly Expected[] = [
  ['catch2/report.xml', [1, 0, 1, 0, 0, 0], 0],
  ['container-structure/test.xml', [3, 3, 0, 0, 0, 0], 1967986371],
  ['cunit/testEmpty.xml', [0, 0, 0, 0, 0, 0], 0.000014],
  ['cunit/testFailure.xml', [4, 3, 1, 0, 0, 0], 0.000345],
  ['flaky_retries/flaky_all_failures.xml', [1, 0, 0, 1, 0, 0], 3],
  ['flaky_retries/flaky_success_first.xml', [3, 1, 1, 1, 0, 0], 3],
  ['flaky_retries/flaky_with_classname_file.xml', [3, 3, 0, 0, 0, 1], 5.526],
  ['issues/testDisabled.xml', [22, 6, 4, 2, 10, 0], 0],
  ['issues/testFailedDisabled.xml', [1, 0, 0, 0, 1, 0], 0],
  ['junit-server-test/report.xml', [3, 2, 0, 0, 1, 1], 24.733407],
  ['junit-web-test/expected.xml', [6, 4, 1, 0, 1, 0], 0.002],
  ['junit-web-test/expectedRetries.xml', [7, 5, 1, 0, 1, 1], 0.002],
  ['junit_flaky_failure/marathon_junit_report.xml', [1, 1, 0, 0, 0, 1], 9.56],
  ['junit_flaky_failure/mixed_flaky_and_passed.xml', [3, 3, 0, 0, 0, 1], 5.5],
  ['marathon_tests/com.mikepenz.DummyTest#test_02_dummy.xml', [1, 1, 0, 0, 0, 0], 0.001],
  ['marathon_tests/com.mikepenz.DummyTest3#test_01.xml', [1, 0, 1, 0, 0, 0], 4.3],
  ['marathon_tests/com.mikepenz.DummyUtilTest#test_01_dummy.xml', [1, 0, 1, 0, 0, 0], 0.014],
  ['maven_surefire_flaky/surefire-report.xml', [1, 1, 0, 0, 0, 1], 0.683],
  ['mocha/mocha.xml', [1, 1, 0, 0, 0, 0], 3.286],
  ['multiple/test_10.xml', [3, 3, 0, 0, 0, 0], 1967986371],
  ['multiple/test_11.xml', [3, 2, 1, 0, 0, 0], 1967986371],
  ['multiple/test_12.xml', [3, 2, 0, 0, 1, 0], 1967986371],
  ['multiple_failures/test_multiple_errors.xml', [3, 1, 0, 2, 0, 0], 0.04],
  ['multiple_failures/test_multiple_failures.xml', [4, 1, 2, 0, 1, 0], 0.05],
  ['nested/junit.xml', [5, 2, 3, 0, 0, 0], 150],
  ['nested/multi-level.xml', [3, 3, 0, 0, 0, 0], 5.922],
  ['nextest/basic.xml', [3, 2, 1, 0, 0, 0], 0.946],
  ['perl/result.xml', [1, 1, 0, 0, 0, 0], 0.001],
  ['python/report.xml', [3, 1, 2, 0, 0, 0], 0.052],
  ['python/report_flaky.xml', [4, 2, 2, 0, 0, 0], 0.052],
  ['tests/email/target/surefire-reports/TEST-action.surefire.report.email.EmailAddressTest.xml', [9, 2, 2, 5, 0, 0], 0.041],
  ['tests/utils/target/surefire-reports/TEST-action.surefire.report.calc.AllOkTest.xml', [1, 1, 0, 0, 0, 0], 0.027],
  ['tests/utils/target/surefire-reports/TEST-action.surefire.report.calc.CalcUtilsTest.xml', [2, 0, 2, 0, 0, 0], 0.001],
  ['tests/utils/target/surefire-reports/TEST-action.surefire.report.calc.StringUtilsTest.xml', [5, 2, 2, 0, 1, 0], 0.01],
  ['xunit/report.xml', [4, 3, 1, 0, 0, 0], 0],
  ['xunit/report_fl_on_f.xml', [4, 3, 1, 0, 0, 0], 0],
];

(existsSync(testReportsPath) ? describe : describe.skip)('reports of real projects, where they are at hand', () => {
  test.each(real)('%s', (path, counts, seconds) => {
    const report = read(readFileSync(join(testReportsPath, path)));
    expect(report).toMatchObject({ counts, seconds });
  });

  test('one that is cut off is refused', () => {
    const path = join(testReportsPath, 'corrupt-junit/e2e-tests/corrupt/target/sf-reports/TEST-test.CorruptTest.xml');
    expect(() => read(readFileSync(path))).toThrow(new ReportProblem('it ends before <system-out> does', 18));
  });
});

describe('one testcase', () => {
  const ofCase = (inner: string, attributes = '') => inSuite(`<testcase name="adds" ${attributes}>${inner}</testcase>`).cases;

  test.each([
    ['passes where nothing is said', '', '', 'passed'],
    ['errors where it also failed', '<failure/><error/>', '', 'errored'],
    ['errors where it failed afterwards', '<error/><failure/>', '', 'errored'],
    ['fails once, however often', '<failure/><failure/>', '', 'failed'],
    ['fails where it was skipped afterwards', '<failure/><skipped/>', '', 'failed'],
    ['fails where it was skipped before', '<skipped/><failure/>', '', 'failed'],
    ['fails in a result of its own', '<result><failure/></result>', '', 'failed'],
    ['was skipped where it is disabled, whatever it says', '<failure/>', 'status="disabled"', 'skipped'],
    ['was skipped by result', '', 'status="run" result="skipped"', 'skipped'],
    ['was skipped where it did not run', '', 'status="notrun"', 'skipped'],
    ['fails where it failed to run', '<failure/>', 'status="notrun"', 'failed'],
    ['fails by status alone', '', 'status="failed"', 'failed'],
    ['errors by status alone', '', 'status="ERROR"', 'errored'],
    ['passes with a warning', '<warning/>', '', 'passed'],
    ['passes where its output speaks of a failure', '<system-out><![CDATA[<failure/>]]></system-out>', '', 'passed'],
    ['passes after attempts that failed', '<rerunFailure/>', '', 'passed'],
    ['fails where it may not be flaky', '<flakyFailure/><failure/>', '', 'failed'],
  ])('%s', (_what, inner, attributes, ending) => {
    expect(ofCase(inner, attributes)).toMatchObject([{ name: 'adds', className: 'basket', ending }]);
  });

  test.each([
    ['its message and trace', '<failure message="a">b\nc</failure>', 'a', 'b\nc'],
    ['the first line of its trace where it has no message', '<failure>\nb\n  c\n</failure>', 'b', 'b\n  c'],
    ['its type where it has nothing else', '<error type="java.lang.Error"/>', 'java.lang.Error', null],
    ['nothing where nothing is said', '<failure/>', null, null],
    ['the first of several', '<failure message="a">b</failure><error message="c">d</error>', 'a', 'b'],
    ['what failed, not what was tried again', '<failure message="a">b</failure><rerunFailure message="c"/>', 'a', 'b'],
    ['a trace in an element of its own', '<flakyFailure message="a">no<stackTrace>b</stackTrace></flakyFailure>', 'a', 'b'],
    ['no colours', '<failure message="&#27;[31ma&#27;[0m">\x1b[1mb</failure>', 'a', 'b'],
    ['nothing of a skip', '<skipped message="a">b</skipped>', null, null],
  ])('tells %s', (_what, inner, message, trace) => {
    expect(ofCase(inner)).toMatchObject([{ message, trace }]);
  });

  test('belongs to its class, else to its suite', () => {
    expect(ofCase('', 'classname="Basket"')).toMatchObject([{ className: 'Basket' }]);
    expect(ofCase('', 'classname=""')).toMatchObject([{ className: 'basket' }]);
  });
});

describe('suites', () => {
  test('their own counts are not believed where they list a test', () => {
    expect(inSuite('<testcase name="a"/>', 'tests="5" failures="2"').counts).toEqual([1, 1, 0, 0, 0, 0]);
  });

  test('their own counts are believed where they list nothing', () => {
    expect(inSuite('', 'tests="5" failures="1" errors="1" skipped="1"').counts).toEqual([5, 2, 1, 1, 1, 0]);
    expect(inSuite('<testsuite name="a"/>', 'tests="5" failures="1"').counts).toEqual([0, 0, 0, 0, 0, 0]);
    expect(inSuite('', 'tests="many" failures="-1"').counts).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('boundless counts of those that list nothing are not', () => {
    const suites = '<testsuite tests="999999999" failures="999999999"/>'.repeat(100);
    expect(readText(`<testsuites>${suites}</testsuites>`).counts).toEqual([100_000, 0, 100_000, 0, 0, 0]);
  });

  test('one without tests is a report', () => {
    expect(readText('<testsuites/>')).toEqual({ counts: [0, 0, 0, 0, 0, 0], seconds: 0, cases: [] });
    expect(inSuite('', 'tests="0"')).toEqual({ counts: [0, 0, 0, 0, 0, 0], seconds: 0, cases: [] });
  });

  test('one whose fixture broke is a test that errored', () => {
    const { counts, cases } = inSuite('<testcase name="a"/><error message="no database"/><failure/>');
    expect(counts).toEqual([2, 1, 0, 1, 0, 0]);
    expect(cases[1]).toMatchObject({ name: 'basket', ending: 'errored', message: 'no database' });
  });

  test.each([
    ['the outermost', '<testsuites time="9"><testsuite time="5"/></testsuites>', 9],
    ['those in it', '<testsuites><testsuite time="5"/><testsuite time="6"><testcase time="1"/></testsuite></testsuites>', 11],
    ['those in it where it has none to tell', '<testsuites time="0.0"><testsuite time="5"/></testsuites>', 5],
    ['the testcases', '<testsuites><testsuite><testcase time="1"/><testcase time="2"/><testcase/></testsuite></testsuites>', 3],
    [
      'suites and testcases, where one suite has none',
      '<testsuites><testsuite time="5"/><testsuite><testcase time="1"/></testsuite></testsuites>',
      6,
    ],
    ['nobody', '<testsuites><testsuite><testcase/></testsuite></testsuites>', 0],
  ])('time is that of %s', (_whose, text, seconds) => {
    expect(readText(text).seconds).toBe(seconds);
  });
});

test.each([
  ['<testsuites/>', true],
  ['<?xml version="1.0"?><x:testsuite xmlns:x="urn:x">', true],
  ['<test-run/>', false],
  ['TAP version 14', false],
  ['', false],
])('%p can be JUnit XML: %p', (head, can) => {
  expect(junit.recognises(head)).toBe(can);
});
