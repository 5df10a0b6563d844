import { z } from 'zod';
import { checked, fromMilliseconds, jsonDocument, list, maybeFlag, maybeNumber, maybeText, unread } from './json-document';
import { membersAtHead } from './json-head';
import { plainName, plainText } from './plain-text';
import type { Ending, ReportedCase, ReportFormat } from './report';

const documentSchema = z.object({ stats: z.object({ duration: maybeNumber }), results: unread });
const suiteSchema = z.object({
  title: maybeText,
  file: maybeText,
  tests: unread,
  suites: unread,
  beforeHooks: unread,
  afterHooks: unread,
});
const testSchema = z.object({
  title: z.string(),
  duration: maybeNumber,
  pass: maybeFlag,
  fail: maybeFlag,
  pending: maybeFlag,
  err: z.object({ message: maybeText, estack: maybeText }).nullable().default(null).catch(null),
});

/** A suite that is still to be read, and the suites around it. */
interface Waiting {
  readonly written: unknown;
  readonly place: string;
  readonly around: string;
}

/** Characters of a suite's name with those around it. */
const longestPath = 1_000;

/** What the reporter mochawesome writes, for Mocha and Cypress: suites in suites. A hook that failed counts as errored. */
export const mochawesome: ReportFormat = {
  key: 'mochawesome',
  recognises: (head) => membersAtHead(head).has('stats.testsRegistered'),
  reader: (take) =>
    jsonDocument((document) => {
      const { stats, results } = checked(documentSchema, document, '');
      const waiting: Waiting[] = [];
      const wait = (suites: unknown, place: string, around: string) => {
        const places = list(suites, place).map((written, index) => ({ written, place: `${place}[${index}]`, around }));
        for (const suite of places.reverse()) waiting.push(suite);
      };
      wait(results, 'results', '');
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { place, around } = next;
        const suite = checked(suiteSchema, next.written, place);
        const path = [around, plainName(suite.title)].filter((part) => part !== '').join(' › ');
        const className = path.slice(0, longestPath);
        const takeAll = (tests: unknown, where: string, hooks: boolean) => {
          list(tests, where).forEach((test, index) => {
            const one = reported(test, `${where}[${index}]`, className === '' ? plainName(suite.file) : className, hooks);
            if (one !== null) take(one);
          });
        };
        takeAll(suite.beforeHooks ?? [], `${place}.beforeHooks`, true);
        takeAll(suite.tests, `${place}.tests`, false);
        takeAll(suite.afterHooks ?? [], `${place}.afterHooks`, true);
        wait(suite.suites ?? [], `${place}.suites`, className);
      }
      return fromMilliseconds(stats.duration);
    }),
};

/** @returns null for a hook that did not fail */
function reported(written: unknown, place: string, className: string, hook: boolean): ReportedCase | null {
  const test = checked(testSchema, written, place);
  if (hook && !test.fail) return null;
  const ending = hook ? 'errored' : endingOf(test);
  return {
    name: plainName(test.title),
    className,
    ending,
    flaky: false,
    seconds: fromMilliseconds(test.duration),
    message: test.fail ? plainText(test.err?.message) : null,
    trace: test.fail ? plainText(test.err?.estack) : null,
  };
}

/** A test that neither passed, failed nor is pending was left out because a hook before it failed. */
function endingOf(test: z.infer<typeof testSchema>): Ending {
  if (test.fail) return 'failed';
  return test.pass ? 'passed' : 'skipped';
}
