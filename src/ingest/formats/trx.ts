import { beyond, bounds } from './bounds';
import { plainName, plainText } from './plain-text';
import type { Ending, ReportFormat, ReportReader, ReportedCase } from './report';
import { readXml, rootName, type Attributes } from './xml';

/**
 * Visual Studio's test results: `dotnet test --logger trx`, vstest and mstest. Counted as vstest counts in its own summary: the rows of a
 * data-driven test are tests, and so is the test that holds them. An error that the run itself reports (a host that crashed, an adapter
 * that threw) is one errored test each.
 */
export const trx: ReportFormat = {
  key: 'trx',
  recognises: (head) => rootName(head) === 'TestRun',
  reader: readTrx,
};

interface Result {
  readonly attributes: Attributes;
  message: string | null;
  trace: string | null;
}

/** A test whose class is told later in the file. */
interface Unplaced {
  readonly testId: string;
  readonly test: ReportedCase;
}

/** Of the run as a whole: it did not go through to its end. */
const broken: ReadonlySet<string> = new Set(['Aborted', 'Error', 'Failed', 'Timeout', 'Disconnected', 'NotRunnable']);

function readTrx(take: (test: ReportedCase) => void): ReportReader {
  /** Results in results. */
  const open: Result[] = [];
  const tests: Unplaced[] = [];
  const classes = new Map<string, string>();
  let definition: string | null = null;
  let inError = false;
  let inRunInfo = false;
  let runOutcome = '';
  let failures = 0;
  let traces = 0;
  let resultCount = 0;
  let definitionCount = 0;
  let seconds: number | null = null;

  const closeResult = ({ attributes, message, trace }: Result) => {
    const ending = endingOf(attributes['outcome']);
    const failed = ending === 'failed' || ending === 'errored';
    if (failed) failures += 1;
    if (failed) traces += trace?.length ?? 0;
    const why = failed ? { message, trace: traces > bounds.traces ? null : trace } : { message: null, trace: null };
    const name = plainName(attributes['testName']);
    const took = secondsOfSpan(attributes['duration']);
    tests.push({
      testId: attributes['testId'] ?? '',
      test: { name, className: '', ending, flaky: false, seconds: took, ...why },
    });
  };
  const breakRun = (message: string) => {
    failures += 1;
    take({ name: 'test run', className: '', ending: 'errored', flaky: false, seconds: null, message, trace: null });
  };

  const xml = readXml({
    open: (name, attributes) => {
      if (isResult(name)) {
        resultCount += 1;
        if (resultCount > bounds.tests) throw beyond('tests', 'tests', xml.line);
        open.push({ attributes, message: null, trace: null });
        return false;
      }
      switch (name) {
        case 'Times':
          seconds = secondsBetween(attributes['start'], attributes['finish']);
          return false;
        case 'UnitTest':
          definitionCount += 1;
          if (definitionCount > bounds.tests) throw beyond('tests', 'test definitions', xml.line);
          definition = attributes['id'] ?? null;
          return false;
        case 'TestMethod':
          // mstest writes the assembly behind the class: `Shop.CartTests, Shop.Tests, Version=1.0.0.0`.
          if (definition !== null) classes.set(definition, (attributes['className'] ?? '').replace(/,.*$/s, ''));
          return false;
        case 'ErrorInfo':
          inError = true;
          return false;
        case 'ResultSummary':
          runOutcome = attributes['outcome'] ?? '';
          return false;
        case 'RunInfo':
          inRunInfo = broken.has(attributes['outcome'] ?? '');
          return false;
        case 'Message':
        case 'StackTrace':
          return inError && open.length > 0;
        case 'Text':
          return inRunInfo;
        default:
          return false;
      }
    },
    close: (name, text) => {
      if (isResult(name)) {
        const result = open.pop();
        if (result !== undefined) closeResult(result);
        return;
      }
      const result = open[open.length - 1];
      if (name === 'Message' && inError && result !== undefined) result.message ??= plainText(text);
      else if (name === 'StackTrace' && inError && result !== undefined) result.trace ??= plainText(text);
      else if (name === 'ErrorInfo') inError = false;
      else if (name === 'UnitTest') definition = null;
      else if (name === 'Text' && inRunInfo && !saysThatTestsFailed(text))
        breakRun(plainText(text) ?? 'The run reports an error.');
      else if (name === 'RunInfo') inRunInfo = false;
    },
  });
  return {
    write: (text) => {
      xml.write(text);
    },
    end: () => {
      xml.end();
      for (const { testId, test } of tests) take(placed(test, classes.get(testId) ?? ''));
      if (failures === 0 && broken.has(runOutcome)) breakRun(`The run ended as ${runOutcome}, though none of its tests failed.`);
      return seconds;
    },
  };
}

/**
 * What is called an error of the run, though it only tells of tests that failed and that are listed: Microsoft.Testing.Platform ends with
 * exit code 2, and xUnit.net's adapter for vstest logs each of them.
 */
function saysThatTestsFailed(text: string): boolean {
  // Not one expression: a long text of many twos would take it minutes.
  const link = text.lastIndexOf('testingplatform/exitcodes');
  if (link !== -1 && /\D2\D/.test(text.slice(0, link))) return true;
  return /^\s*\[xUnit\.net [^\]]*\].*\[FAIL\]\s*$/s.test(text);
}

/** `UnitTestResult`, and those of manual, ordered, generic, web and load tests. */
function isResult(name: string): boolean {
  return name === 'TestResultAggregation' || /^[A-Z]\w*TestResult$/.test(name) || name === 'TestResult';
}

function placed(test: ReportedCase, className: string): ReportedCase {
  const inClass = className !== '' && test.name.startsWith(`${className}.`);
  return { ...test, className: plainName(className), name: inClass ? test.name.slice(className.length + 1) : test.name };
}

function endingOf(outcome: string | undefined): Ending {
  switch (outcome) {
    case 'Passed':
    case 'PassedButRunAborted':
    case 'Completed':
    case 'Warning':
      return 'passed';
    case 'Failed':
      return 'failed';
    case 'NotExecuted':
    case 'Inconclusive':
    case 'Pending':
      return 'skipped';
    default:
      // Error, Timeout, Aborted, NotRunnable, Disconnected, InProgress; mstest leaves the outcome out where it is Error.
      return 'errored';
  }
}

/** `00:00:01.2345678`, with days `1.00:00:01`. */
function secondsOfSpan(text: string | undefined): number | null {
  const span = /^(?:(\d{1,6})\.)?(\d{1,2}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(text ?? '');
  if (span === null) return null;
  return Number(span[1] ?? 0) * 86_400 + Number(span[2]) * 3_600 + Number(span[3]) * 60 + Number(span[4]);
}

function secondsBetween(start: string | undefined, finish: string | undefined): number | null {
  const seconds = (Date.parse(finish ?? '') - Date.parse(start ?? '')) / 1000;
  return seconds >= 0 ? seconds : null;
}
