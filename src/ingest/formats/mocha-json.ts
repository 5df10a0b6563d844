import { z } from 'zod';
import { checked, fromMilliseconds, jsonDocument, list, maybeNumber, maybeText, unread } from './json-document';
import { membersAtHead } from './json-head';
import { plainName, plainText } from './plain-text';
import type { ReportedCase, ReportFormat } from './report';

const documentSchema = z.object({
  stats: z.object({ duration: maybeNumber }),
  tests: unread,
  failures: unread,
  pending: unread,
});
const errorSchema = z.object({ message: maybeText, stack: maybeText }).nullable().default(null).catch(null);
const testSchema = z.object({
  title: z.string(),
  fullTitle: maybeText,
  file: maybeText,
  duration: maybeNumber,
  currentRetry: maybeNumber,
  err: errorSchema,
});
type Test = z.infer<typeof testSchema>;

/**
 * What Mocha's `json` reporter writes. Its list of tests says nothing of hooks: a hook that failed stands among the failures alone, and
 * counts as errored, as it does for Mocha, which adds it to the failures and not to the tests.
 */
export const mochaJson: ReportFormat = {
  key: 'mocha-json',
  recognises: (head) => {
    const members = membersAtHead(head);
    return members.has('stats.suites') && members.has('stats.tests') && !members.has('stats.testsRegistered');
  },
  reader: (take) =>
    jsonDocument((document) => {
      const { stats, tests, failures, pending } = checked(documentSchema, document, '');
      const failed = byName(list(failures, 'failures'), 'failures');
      const skipped = byName(list(pending, 'pending'), 'pending');
      list(tests, 'tests').forEach((written, index) => {
        const test = checked(testSchema, written, `tests[${index}]`);
        const key = keyOf(test);
        const failure = drop(failed, key);
        if (failure !== null) take(reported(test, failure, 'failed'));
        else if (drop(skipped, key) !== null) take(reported(test, null, 'skipped'));
        else take(reported(test, null, 'passed'));
      });
      for (const left of failed.values()) for (const hook of left) take(reported(hook, hook, 'errored'));
      return fromMilliseconds(stats.duration);
    }),
};

/** Tests by their name: those that share one are told apart by being counted. */
type Waiting = Map<string, Test[]>;

function byName(written: readonly unknown[], place: string): Waiting {
  const waiting: Waiting = new Map();
  written.forEach((one, index) => {
    const test = checked(testSchema, one, `${place}[${index}]`);
    const same = waiting.get(keyOf(test));
    if (same === undefined) waiting.set(keyOf(test), [test]);
    else same.push(test);
  });
  return waiting;
}

function drop(waiting: Waiting, key: string): Test | null {
  return waiting.get(key)?.pop() ?? null;
}

function keyOf(test: Test): string {
  return JSON.stringify([test.file, test.fullTitle, test.title]);
}

function reported(test: Test, told: Test | null, ending: ReportedCase['ending']): ReportedCase {
  const full = test.fullTitle ?? '';
  const suite = full.endsWith(test.title) ? full.slice(0, full.length - test.title.length) : '';
  return {
    name: plainName(test.title),
    className: plainName(suite.trim() === '' ? test.file : suite),
    ending,
    flaky: ending === 'passed' && (test.currentRetry ?? 0) > 0,
    seconds: fromMilliseconds(test.duration),
    message: plainText(told?.err?.message),
    trace: plainText(told?.err?.stack),
  };
}
