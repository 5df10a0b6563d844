import { z } from 'zod';
import { checked, fromMilliseconds, jsonDocument, list, maybeFlag, maybeNumber, maybeText, unread } from './json-document';
import { membersAtHead } from './json-head';
import { plainName, plainText } from './plain-text';
import type { Ending, ReportedCase, ReportFormat } from './report';

const summarySchema = z
  .object({ start: maybeNumber, stop: maybeNumber, duration: maybeNumber })
  .nullable()
  .default(null)
  .catch(null);
const documentSchema = z.object({ results: z.object({ summary: summarySchema, tests: unread }) });

const attemptSchema = z.object({ status: maybeText, message: maybeText, trace: maybeText });
const testSchema = z.object({
  name: z.string(),
  status: z.string(),
  duration: maybeNumber,
  suite: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .catch([]),
  filePath: maybeText,
  message: maybeText,
  trace: maybeText,
  rawStatus: maybeText,
  flaky: maybeFlag,
  retries: maybeNumber,
  retryAttempts: z.array(attemptSchema).default([]).catch([]),
});
type Test = z.infer<typeof testSchema>;

/** Common Test Report Format, a JSON that tools of many languages write. */
export const ctrf: ReportFormat = {
  key: 'ctrf',
  recognises: (head) => {
    const members = membersAtHead(head);
    const marked = members.has('reportFormat') && /"reportFormat"\s*:\s*"CTRF"/i.test(head);
    return marked || members.has('results.tool') || members.has('results.summary');
  },
  reader: (take) =>
    jsonDocument((document) => {
      const { results } = checked(documentSchema, document, '');
      list(results.tests, 'results.tests').forEach((test, index) => {
        take(reported(checked(testSchema, test, `results.tests[${index}]`)));
      });
      return secondsOf(results.summary);
    }),
};

function reported(test: Test): ReportedCase {
  const ending = endingOf(test);
  const retried = (test.retries ?? 0) > 0 || test.retryAttempts.some((attempt) => attempt.status === 'failed');
  const flaky = ending === 'passed' && (test.flaky || retried);
  const firstFailure = flaky ? test.retryAttempts.find((attempt) => attempt.status === 'failed') : undefined;
  const told = firstFailure ?? test;
  const says = flaky || ending === 'failed' || ending === 'errored';
  const suite = typeof test.suite === 'string' ? test.suite : test.suite.join(' › ');
  return {
    name: plainName(test.name),
    className: plainName(suite === '' ? test.filePath : suite),
    ending,
    flaky,
    seconds: fromMilliseconds(test.duration),
    message: says ? plainText(told.message) : null,
    trace: says ? plainText(told.trace) : null,
  };
}

/** Words of the tools themselves for tests that did not run, where the report says no more than `other`. */
const didNotRun = /^(?:disabled|excluded|focused|ignored|inconclusive|not_?run|notexecuted|pending|skip(?:ped)?|to_?do)$/i;

/** `other` is what a reporter could not place. It counts as errored, so that nothing unknown passes, unless the tool's own word is known. */
function endingOf(test: Test): Ending {
  switch (test.status) {
    case 'passed':
    case 'failed':
    case 'skipped':
      return test.status;
    case 'pending':
      return 'skipped';
    default:
      return didNotRun.test(test.rawStatus ?? '') ? 'skipped' : 'errored';
  }
}

/** Milliseconds since 1970 of any test run; some reporters write seconds, which are smaller. */
const firstMillisecond = 100_000_000_000;

function secondsOf(summary: z.infer<typeof summarySchema>): number | null {
  if (summary === null) return null;
  if (summary.duration !== null) return fromMilliseconds(summary.duration);
  if (summary.start === null || summary.stop === null || summary.start <= 0 || summary.stop < summary.start) return null;
  return (summary.stop - summary.start) / (summary.start < firstMillisecond ? 1 : 1000);
}
