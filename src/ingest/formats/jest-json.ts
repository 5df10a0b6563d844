import { z } from 'zod';
import {
  checked,
  fromMilliseconds,
  jsonDocument,
  list,
  maybeFlag,
  maybeNumber,
  maybeText,
  maybeTexts,
  unread,
} from './json-document';
import { membersAtHead } from './json-head';
import { plainName, plainText, splitStack } from './plain-text';
import type { Ending, ReportedCase, ReportFormat } from './report';

const documentSchema = z.object({ testResults: unread, wasInterrupted: maybeFlag });
const fileSchema = z.object({
  name: maybeText,
  status: maybeText,
  message: maybeText,
  startTime: maybeNumber,
  endTime: maybeNumber,
  assertionResults: unread,
});
type TestFile = z.infer<typeof fileSchema>;
const testSchema = z.object({
  title: maybeText,
  fullName: maybeText,
  ancestorTitles: maybeTexts,
  status: z.string(),
  duration: maybeNumber,
  failureMessages: z.array(z.string()).nullable().default(null).catch(null),
  invocations: maybeNumber,
  retryReasons: maybeTexts,
});
type Test = z.infer<typeof testSchema>;

/** What `jest --json` and Vitest's `json` reporter write: files, each with its tests. */
export const jestJson: ReportFormat = {
  key: 'jest-json',
  recognises: (head) => {
    const members = membersAtHead(head);
    return marks.some((mark) => members.has(mark));
  },
  reader: (take) =>
    jsonDocument((document) => {
      const { testResults, wasInterrupted } = checked(documentSchema, document, '');
      list(testResults, 'testResults').forEach((written, at) => {
        const place = `testResults[${at}]`;
        const file = checked(fileSchema, written, place);
        const tests = list(file.assertionResults, `${place}.assertionResults`);
        let failed = 0;
        tests.forEach((test, index) => {
          const one = reported(checked(testSchema, test, `${place}.assertionResults[${index}]`), file);
          if (one.ending === 'failed') failed += 1;
          take(one);
        });
        if (file.status === 'failed' && failed === 0) take(brokenFile(file));
      });
      if (wasInterrupted) take(broken('test run', '', 'The run was interrupted.'));
      return null;
    }),
};

const marks = [
  'numTotalTests',
  'numFailedTests',
  'numPassedTests',
  'numFailedTestSuites',
  'numTotalTestSuites',
  'testResults',
] as const;

function reported(test: Test, file: TestFile): ReportedCase {
  const ending = endingOf(test.status);
  const flaky = ending === 'passed' && ((test.invocations ?? 1) > 1 || test.retryReasons.length > 0);
  const told = ending === 'failed' ? (test.failureMessages ?? []).join('\n\n') : flaky ? test.retryReasons[0] : null;
  const suites = test.ancestorTitles.filter((title) => title !== '').join(' › ');
  return {
    name: plainName(test.title ?? test.fullName),
    className: plainName(suites === '' ? file.name : suites),
    ending,
    flaky,
    seconds: fromMilliseconds(test.duration),
    ...splitStack(plainText(told)),
  };
}

/** `pending`, `todo`, `disabled`, `skipped` and `focused` are tests that somebody chose not to run. */
function endingOf(status: string): Ending {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}

/** The file could not be loaded, or what stands after its tests threw: Jest counts no test, but the run has failed. */
function brokenFile(file: TestFile): ReportedCase {
  const told = plainText(file.message?.replace(/^\s*● Test suite failed to run\n/, ''));
  return broken('Test file failed to run', plainName(file.name), told ?? 'The test file failed, but none of its tests.');
}

function broken(name: string, className: string, told: string): ReportedCase {
  return { name, className, ending: 'errored', flaky: false, seconds: null, ...splitStack(told) };
}
