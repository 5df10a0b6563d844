import { beyond, bounds } from './bounds';
import { plainName, plainText } from './plain-text';
import type { Ending, ReportFormat, ReportReader, ReportedCase } from './report';
import { secondsOf } from './seconds';
import { readXml, rootName, type Attributes } from './xml';

/**
 * `testng-results.xml`. Set-up and clean-up methods (`is-config`) are no tests; one that fails is errored, for TestNG reports it apart and
 * only skips the tests that needed it. Attempts that were run again are written as skipped: they belong to the test that follows.
 */
export const testng: ReportFormat = {
  key: 'testng',
  recognises: (head) => rootName(head) === 'testng-results',
  reader: readTestng,
};

interface Method {
  readonly attributes: Attributes;
  /** Arguments from a data provider, as text. */
  readonly values: string[];
  exception: string | null;
  message: string | null;
  trace: string | null;
}

/** Characters of one argument that are shown in a name. */
const mostArgument = 200;
const mostArguments = 20;

function readTestng(take: (test: ReportedCase) => void): ReportReader {
  let className = '';
  /** Of the class that is being read: attempts may stand after the test that they belong to. */
  let methods: Method[] = [];
  let method: Method | null = null;
  /** The argument that is being read has no value. */
  let isNull = false;
  let seconds: number | null = null;

  const closeClass = () => {
    const attempts = new Map<string, Method[]>();
    const ended = new Set(methods.filter((one) => !isAttempt(one)).map(keyOf));
    for (const one of methods) {
      const isRetried = one.attributes['retried'] === 'true' || ended.has(keyOf(one));
      if (isAttempt(one) && isRetried) attempts.set(keyOf(one), [...(attempts.get(keyOf(one)) ?? []), one].slice(0, 2));
      else if (isAttempt(one)) take(reported(one, className, []));
    }
    for (const one of methods) {
      if (isAttempt(one)) continue;
      const before = attempts.get(keyOf(one)) ?? [];
      attempts.delete(keyOf(one));
      if (one.attributes['is-config'] !== 'true') take(reported(one, className, before));
      else if (one.attributes['status'] === 'FAIL') take({ ...reported(one, className, []), ending: 'errored' });
    }
    // Nothing followed: the run ended before the next attempt.
    for (const [first] of attempts.values())
      if (first !== undefined) take({ ...reported(first, className, []), ...told(first), ending: 'failed' });
    methods = [];
  };

  const xml = readXml({
    open: (name, attributes) => {
      switch (name) {
        case 'suite': {
          const time = secondsOf(attributes['duration-ms']);
          if (time !== null) seconds = (seconds ?? 0) + time / 1000;
          return false;
        }
        case 'class':
          className = plainName(attributes['name']);
          return false;
        case 'test-method':
          if (methods.length >= bounds.methods) throw beyond('methods', 'methods in one class', xml.line);
          method = { attributes, values: [], exception: null, message: null, trace: null };
          return false;
        case 'exception':
          if (method !== null) method.exception = attributes['class'] ?? 'exception';
          return false;
        case 'value':
          isNull = attributes['is-null'] === 'true';
          return method !== null && method.values.length < mostArguments;
        case 'message':
        case 'full-stacktrace':
          return method !== null && method.exception !== null;
        default:
          return false;
      }
    },
    close: (name, text) => {
      switch (name) {
        case 'class':
          closeClass();
          return;
        case 'test-method':
          if (method !== null) methods.push(method);
          method = null;
          return;
        case 'value':
          if (method !== null && method.values.length < mostArguments)
            method.values.push(isNull ? 'null' : plainName(text).slice(0, mostArgument));
          return;
        case 'message':
          if (method !== null) method.message ??= plainText(text.trim());
          return;
        case 'full-stacktrace':
          if (method !== null) method.trace ??= plainText(text);
          return;
        default:
          return;
      }
    },
  });
  return {
    write: (text) => {
      xml.write(text);
    },
    end: () => {
      xml.end();
      return seconds;
    },
  };
}

/** Skipped because it is run again, or, in reports that do not say so, skipped though it threw. */
function isAttempt(method: Method): boolean {
  if (method.attributes['is-config'] === 'true') return false;
  return method.attributes['retried'] === 'true' || (method.attributes['status'] === 'SKIP' && method.exception !== null);
}

function keyOf(method: Method): string {
  const { attributes, values } = method;
  return JSON.stringify([attributes['signature'], attributes['name'], attributes['test-instance-name'], ...values]);
}

/** @param before attempts of the same test that were run again */
function reported(method: Method, className: string, before: readonly Method[]): ReportedCase {
  const { attributes, values } = method;
  const ending = endingOf(attributes['status']);
  const flaky = ending === 'passed' && before.length > 0;
  const time = secondsOf(attributes['duration-ms']);
  const name = plainName(attributes['name']) + (values.length === 0 ? '' : `(${values.join(', ')})`);
  const [first] = before;
  const why = flaky && first !== undefined ? told(first) : ending === 'failed' ? told(method) : { message: null, trace: null };
  return { name, className, ending, flaky, seconds: time === null ? null : time / 1000, ...why };
}

function told({ exception, message, trace }: Method): { readonly message: string | null; readonly trace: string | null } {
  return { message: message ?? exception, trace };
}

/** A failure within the percentage that the test allows counts as passed, as for TestNG. */
function endingOf(status: string | undefined): Ending {
  switch (status) {
    case 'PASS':
    case 'SUCCESS_PERCENTAGE_FAILURE':
      return 'passed';
    case 'FAIL':
      return 'failed';
    case 'SKIP':
      return 'skipped';
    default:
      return 'errored';
  }
}
