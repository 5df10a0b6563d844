import { beyond, bounds } from './bounds';
import { plainName, plainText } from './plain-text';
import type { Ending, ReportedCase, ReportReader } from './report';
import { readXml, type Attributes } from './xml';

/** In what the two generations of NUnit's reports differ. */
export interface NunitDialect {
  /** Element that holds everything. */
  readonly root: string;
  ending(testCase: Attributes): Ending;
  names(testCase: Attributes): { readonly name: string; readonly className: string };
  seconds(testCase: Attributes): number | null;
  /** @param first the root element, then the outermost suite. @returns seconds of all tests; null where that one says none */
  allSeconds(first: Attributes): number | null;
  failed(suite: Attributes): boolean;
  /** The suite failed after its tests, in its clean-up. */
  failedAfterwards(suite: Attributes): boolean;
}

interface Told {
  readonly attributes: Attributes;
  message: string | null;
  trace: string | null;
}

interface Suite extends Told {
  /** Tests and suites within it that were handed out as failed or errored. */
  failures: number;
}

/**
 * Suites in suites, and test cases in them. A suite is counted only where it failed by itself, as one errored test: its clean-up failed,
 * or it could not begin and lists no test that says so.
 */
export function readNunit(dialect: NunitDialect, take: (test: ReportedCase) => void): ReportReader {
  const suites: Suite[] = [];
  let testCase: Told | null = null;
  /** The element that is being read says why something failed. */
  let explaining = false;
  let seconds: number | null = null;
  let suiteCount = 0;
  let caseCount = 0;

  const closeSuite = (suite: Suite) => {
    const { attributes, message, trace } = suite;
    let failures = suite.failures;
    if (dialect.failedAfterwards(attributes) || (dialect.failed(attributes) && failures === 0)) {
      const name = plainName(attributes['name']) || 'test run';
      const className = plainName(attributes['fullname'] ?? attributes['name']);
      failures += 1;
      take({ name, className, ending: 'errored', flaky: false, seconds: null, message, trace });
    }
    const outer = suites[suites.length - 1];
    if (outer !== undefined) outer.failures += failures;
  };
  const closeCase = ({ attributes, message, trace }: Told) => {
    const ending = dialect.ending(attributes);
    const failed = ending === 'failed' || ending === 'errored';
    const suite = suites[suites.length - 1];
    if (failed && suite !== undefined) suite.failures += 1;
    const { name, className } = dialect.names(attributes);
    const told = failed ? { message, trace } : { message: null, trace: null };
    take({
      name: plainName(name),
      className: plainName(className),
      ending,
      flaky: false,
      seconds: dialect.seconds(attributes),
      ...told,
    });
  };

  const xml = readXml({
    open: (name, attributes) => {
      switch (name) {
        case dialect.root:
        case 'test-suite':
          if (testCase !== null) return false;
          suiteCount += 1;
          if (suiteCount > bounds.tests) throw beyond('tests', 'suites', xml.line);
          if (suites.length < 2) seconds ??= dialect.allSeconds(attributes);
          suites.push({ attributes, message: null, trace: null, failures: 0 });
          return false;
        case 'test-case':
          caseCount += 1;
          if (caseCount > bounds.tests) throw beyond('tests', 'tests', xml.line);
          testCase = { attributes, message: null, trace: null };
          return false;
        case 'failure':
        case 'reason':
          explaining = true;
          return false;
        case 'message':
        case 'stack-trace':
          return explaining;
        default:
          return false;
      }
    },
    close: (name, text) => {
      const told = testCase ?? suites[suites.length - 1];
      switch (name) {
        case dialect.root:
        case 'test-suite': {
          const suite = testCase === null ? suites.pop() : undefined;
          if (suite !== undefined) closeSuite(suite);
          return;
        }
        case 'test-case':
          if (testCase !== null) closeCase(testCase);
          testCase = null;
          return;
        case 'failure':
        case 'reason':
          explaining = false;
          return;
        case 'message':
          if (explaining && told !== undefined) told.message ??= plainText(text);
          return;
        case 'stack-trace':
          if (explaining && told !== undefined) told.trace ??= plainText(text);
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
