import { readNunit, type NunitDialect } from './nunit';
import type { Ending, ReportFormat } from './report';
import { secondsOf } from './seconds';
import { rootName, type Attributes } from './xml';

/** NUnit 2. Before 2.5 it said no more than whether a test was executed and whether it succeeded. */
export const nunit2: ReportFormat = {
  key: 'nunit2',
  recognises: (head) => rootName(head) === 'test-results',
  reader: (take) => readNunit(dialect, take),
};

const dialect: NunitDialect = {
  root: 'test-results',
  ending: endingOf,
  names: (testCase) => {
    const name = testCase['name'] ?? '';
    const dot = name.slice(0, withoutArguments(name)).lastIndexOf('.');
    return { name: name.slice(dot + 1), className: name.slice(0, Math.max(0, dot)) };
  },
  seconds: (testCase) => secondsOf(testCase['time']),
  // The time of day in the root element; the outermost suite has how long it took.
  allSeconds: (first) => (first['time']?.includes(':') === true ? null : secondsOf(first['time'])),
  failed: (suite) => {
    const result = suite['result'];
    return result === 'Failure' || result === 'Error' || (result === undefined && suite['success'] === 'False');
  },
  failedAfterwards: () => false,
};

function endingOf(testCase: Attributes): Ending {
  switch (testCase['result']) {
    case undefined:
      if (testCase['executed'] === 'False') return 'skipped';
      return testCase['success'] === 'True' ? 'passed' : 'failed';
    case 'Success':
      return 'passed';
    case 'Failure':
      return 'failed';
    case 'Ignored':
    case 'Skipped':
    case 'Inconclusive':
      return 'skipped';
    default:
      // Error, NotRunnable, Cancelled.
      return 'errored';
  }
}

/** @returns the length of `Shop.CartTests.Adds` in `Shop.CartTests.Adds(1.5,"a.b")`; a fixture may have arguments of its own before it */
function withoutArguments(name: string): number {
  if (!name.endsWith(')')) return name.length;
  let open = 0;
  for (let at = name.length - 1; at >= 0; at -= 1) {
    if (name[at] === ')') open += 1;
    if (name[at] === '(') open -= 1;
    if (open === 0) return at;
  }
  return name.length;
}
