import { readNunit, type NunitDialect } from './nunit';
import type { Ending, ReportFormat } from './report';
import { secondsOf } from './seconds';
import { rootName, type Attributes } from './xml';

/**
 * NUnit 3 and later (also Unity's test runner). `Warning` passes, `Inconclusive` is skipped; a failure is errored where NUnit labels it
 * so (Error, Invalid, Cancelled) or where it stands in for the fixture's set-up, when the test itself never ran.
 */
export const nunit3: ReportFormat = {
  key: 'nunit3',
  recognises: (head) => rootName(head) === 'test-run',
  reader: (take) => readNunit(dialect, take),
};

const dialect: NunitDialect = {
  root: 'test-run',
  ending: endingOf,
  names: (testCase) => {
    const name = testCase['name'] ?? testCase['methodname'] ?? testCase['fullname'] ?? '';
    const fullName = testCase['fullname'] ?? '';
    const around = fullName.endsWith(`.${name}`) ? fullName.slice(0, -name.length - 1) : '';
    return { name, className: testCase['classname'] ?? around };
  },
  seconds: (testCase) => secondsOf(testCase['duration']),
  allSeconds: (first) => secondsOf(first['duration']),
  failed: (suite) => resultOf(suite).result === 'Failed',
  failedAfterwards: (suite) => resultOf(suite).result === 'Failed' && suite['site'] === 'TearDown',
};

const brokenLabels: ReadonlySet<string> = new Set(['Error', 'Invalid', 'Cancelled']);

function endingOf(testCase: Attributes): Ending {
  const { result, label } = resultOf(testCase);
  switch (result) {
    case 'Passed':
    case 'Warning':
      return 'passed';
    // A list of tests that were not run has no results.
    case '':
    case 'Skipped':
    case 'Inconclusive':
      return 'skipped';
    case 'Failed':
      return brokenLabels.has(label) || testCase['site'] === 'Parent' ? 'errored' : 'failed';
    default:
      return 'errored';
  }
}

/** `Failed`, or as some runners write result and label together: `Failed:Error`, `Failed(Child)`. */
function resultOf(attributes: Attributes): { readonly result: string; readonly label: string } {
  const [result = '', label = ''] = (attributes['result'] ?? '').split(/[:()]/);
  return { result, label: attributes['label'] ?? label };
}
