import { beyond, bounds } from './bounds';
import { findAttempts } from './junit-attempts';
import type { Attempts } from './junit-attempts';
import { plainText } from './plain-text';
import type { Ending, ReportedCase, ReportFormat, ReportReader } from './report';
import { secondsOf } from './seconds';
import { readXml, rootName } from './xml';
import type { Attributes } from './xml';

/**
 * JUnit XML: what Ant once wrote, and since then nearly every test tool, each in its own way. How it is counted:
 *
 * - Only testcases count, whatever suites say, on however many levels. A suite that lists nothing at all, no testcase and no suite, is
 *   believed its counts: a jest file that did not load is such a suite with an error.
 * - A testcase is one test with one ending. An error outranks a failure, both outrank a skip (Catch2 skips after a failed check), unless
 *   the test is disabled, when nothing that it says counts.
 * - A failure or error of a suite itself, outside any testcase, is one more test, by the suite's name: its fixture broke.
 * - `flakyFailure` and `flakyError` (Maven, Gradle, nextest, Marathon) belong to a test that passed in the end. `rerunFailure` and
 *   `rerunError` are further attempts of one that failed. Attempts that are testcases of their own: see {@link findAttempts}.
 * - `warning` (PHPUnit) does not fail a test.
 * - The time of the outermost suite wins; where it is missing or nothing, that of the suites in it, then that of the testcases.
 */
export const junit: ReportFormat = {
  key: 'junit',
  recognises: (head) => {
    const root = rootName(head);
    return root === 'testsuites' || root === 'testsuite';
  },
  reader: readJunit,
};

interface Suite {
  readonly name: string;
  readonly attributes: Attributes;
  /** Of what is in it, as far as that says; null where nothing does. */
  secondsInside: number | null;
  cases: number;
  suites: number;
  /** Its own, outside any testcase. */
  fault: Fault | null;
  fromGo: boolean;
  attempts: Attempts | null;
}

interface Fault {
  readonly ending: 'failed' | 'errored';
  readonly message: string | null;
  readonly type: string | null;
  trace: string;
}

/** What a suite that lists nothing may add, in all suites of a report together: its counts are not evidence of work. */
const mostUnlisted = 100_000;

const disabled = /^(disabled|suppressed)$/i;
const skipped = /^(skipped|notrun|not_run|ignored|pending|untested|inactive)$/i;
const failed = /^(failed|fail|failure)$/i;
const errored = /^(errored|error)$/i;

function readJunit(take: (test: ReportedCase) => void): ReportReader {
  const suites: Suite[] = [];
  let seconds: number | null = null;
  let unlisted = 0;
  let suiteCount = 0;
  /** Testcases as they are written: attempts of a test count once each. */
  let caseCount = 0;

  /** Of the testcase that is open: null between testcases. */
  let testcase: Attributes | null = null;
  let worst: Ending = 'passed';
  let failure: Fault | null = null;
  let flakyFailure: Fault | null = null;
  /** The one whose text is being read. */
  let current: Fault | null = null;

  const openFault = (ending: 'failed' | 'errored', attributes: Attributes): Fault => ({
    ...{ ending, message: attributes['message'] ?? null, type: attributes['type'] ?? null, trace: '' },
  });

  /** @returns whether its text is wanted */
  const onFault = (name: string, attributes: Attributes): boolean => {
    current = null;
    const suite = suites[suites.length - 1];
    if (name === 'failure' || name === 'error') {
      const ending = name === 'error' ? 'errored' : 'failed';
      if (testcase === null) {
        if (suite === undefined || suite.fault !== null) return false;
        suite.fault = current = openFault(ending, attributes);
        return true;
      }
      if (worst !== 'errored') worst = ending;
      if (failure !== null) return false;
      failure = current = openFault(ending, attributes);
      return true;
    }
    if (testcase === null || flakyFailure !== null) return false;
    flakyFailure = current = openFault('failed', attributes);
    return true;
  };

  const endOf = (attributes: Attributes): Ending => {
    const status = attributes['status'] ?? '';
    const result = attributes['result'] ?? '';
    if (status === '' && result === '') return worst;
    if (disabled.test(status) || disabled.test(result)) return 'skipped';
    if (worst !== 'passed' && worst !== 'skipped') return worst;
    if (errored.test(status)) return 'errored';
    if (failed.test(status)) return 'failed';
    return skipped.test(status) || skipped.test(result) ? 'skipped' : worst;
  };

  const closeCase = (attributes: Attributes) => {
    const suite = suites[suites.length - 1];
    const ending = endOf(attributes);
    const flaky = ending === 'passed' && flakyFailure !== null;
    const fault = ending === 'skipped' ? null : flaky ? flakyFailure : ending === 'passed' ? null : failure;
    const time = secondsOf(attributes['time'] ?? attributes['duration']);
    const className = attributes['classname'] || attributes['class'] || suite?.name || '';
    const test: ReportedCase = {
      name: attributes['name'] ?? attributes['id'] ?? '',
      className,
      ending,
      flaky,
      seconds: time,
      message: messageOf(fault),
      trace: traceOf(fault),
    };
    if (suite === undefined) {
      take(test);
      return;
    }
    suite.cases += 1;
    if (time !== null) suite.secondsInside = (suite.secondsInside ?? 0) + time;
    const line = attributes['line'];
    if (suite.attempts === null && line === undefined && (ending === 'passed' || ending === 'skipped')) {
      take(test);
      return;
    }
    suite.attempts ??= findAttempts(take);
    const place = line === undefined ? null : `${attributes['file'] ?? ''}:${line}:${attributes['column'] ?? ''}`;
    suite.attempts.add({ test, place, isRepetition: () => isRepetition(attributes) });
  };

  const closeSuite = (suite: Suite) => {
    const { attributes, name, fault } = suite;
    const tests = countOf(attributes['tests']);
    suite.attempts?.end({ tests, listed: suite.cases, namesAreUnique: suite.fromGo });
    if (fault !== null) {
      const { ending } = fault;
      take({ ...unnamed(name), ending, message: messageOf(fault), trace: traceOf(fault) });
    } else if (suite.cases === 0 && suite.suites === 0) believe(suite, tests ?? 0);
    const own = secondsOf(attributes['time']);
    const sum = own === null || own === 0 ? (suite.secondsInside ?? own) : own;
    const outer = suites[suites.length - 1];
    if (outer === undefined) seconds = sum;
    else if (sum !== null) outer.secondsInside = (outer.secondsInside ?? 0) + sum;
  };

  const believe = ({ name, attributes }: Suite, tests: number) => {
    const of = (ending: Ending, count: number) => {
      for (let n = 0; n < count && unlisted < mostUnlisted; n += 1, unlisted += 1) take({ ...unnamed(name), ending });
    };
    const failures = countOf(attributes['failures']) ?? 0;
    const errors = countOf(attributes['errors']) ?? 0;
    const notRun = (countOf(attributes['skipped']) ?? 0) + (countOf(attributes['disabled']) ?? 0);
    of('failed', failures);
    of('errored', errors);
    of('skipped', notRun);
    of('passed', tests - failures - errors - notRun);
  };

  const xml = readXml({
    open: (name, attributes) => {
      switch (name) {
        case 'testcase':
          if (testcase !== null) return false;
          testcase = attributes;
          caseCount += 1;
          if (caseCount > bounds.tests) throw beyond('tests', 'tests', xml.line);
          worst = 'passed';
          failure = flakyFailure = null;
          return false;
        case 'testsuite':
        case 'testsuites': {
          const outer = suites[suites.length - 1];
          if (outer !== undefined) outer.suites += 1;
          suiteCount += 1;
          if (suiteCount > bounds.tests) throw beyond('tests', 'suites', xml.line);
          suites.push({
            name: attributes['name'] ?? '',
            attributes,
            secondsInside: null,
            cases: 0,
            suites: 0,
            fault: null,
            fromGo: false,
            attempts: null,
          });
          return false;
        }
        case 'skipped':
          if (testcase !== null && worst === 'passed') worst = 'skipped';
          return false;
        case 'failure':
        case 'error':
        case 'flakyFailure':
        case 'flakyError':
        case 'rerunFailure':
        case 'rerunError':
          return onFault(name, attributes);
        case 'stackTrace':
          return current !== null;
        case 'property': {
          const suite = suites[suites.length - 1];
          if (suite !== undefined && attributes['name'] === 'go.version') suite.fromGo = true;
          return false;
        }
        default:
          return false;
      }
    },
    close: (name, text) => {
      switch (name) {
        case 'testcase':
          if (testcase !== null) closeCase(testcase);
          testcase = null;
          return;
        case 'testsuite':
        case 'testsuites': {
          const suite = suites.pop();
          if (suite !== undefined) closeSuite(suite);
          return;
        }
        case 'stackTrace':
          if (current !== null) current.trace = text;
          return;
        case 'failure':
        case 'error':
        case 'flakyFailure':
        case 'flakyError':
        case 'rerunFailure':
        case 'rerunError':
          if (current !== null && current.trace === '') current.trace = text;
          current = null;
          return;
      }
    },
  });
  return {
    write: (text) => xml.write(text),
    end: () => {
      xml.end();
      return seconds;
    },
  };
}

const unnamed = (suite: string) => ({
  ...{ name: suite, className: suite, flaky: false, seconds: null, message: null, trace: null },
});

const traceOf = (fault: Fault | null): string | null => said(fault?.trace);

/** What it says, else how its trace begins, else what kind of failure it is. */
const messageOf = (fault: Fault | null): string | null =>
  fault === null ? null : (said(fault.message) ?? said(firstLine(fault.trace)) ?? said(fault.type));

const said = (text: string | null | undefined): string | null => (text ? plainText(text) : null);

const firstLine = (text: string): string => (text === '' ? '' : text.trimStart().slice(0, 1_000).split('\n', 1).join(''));

/** A whole number; null where there is none. */
function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

const isRepetition = (attributes: Attributes): boolean =>
  ['retry', 'retries', 'rerun', 'attempt'].some((name) => /^(true|[1-9]\d*)$/.test(attributes[name] ?? ''));
