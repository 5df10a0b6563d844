import { beyond, bounds } from './bounds';
import { plainName, plainText } from './plain-text';
import type { Ending, ReportFormat, ReportReader, ReportedCase } from './report';
import { secondsOf } from './seconds';
import { readXml, rootName, type Attributes } from './xml';

/**
 * xUnit.net, versions 2 and 3 (and the single `assembly` of version 1), and other tools that write as it does, e.g. the `xunit` logger of
 * `dotnet test`. What fails outside of tests, in the clean-up of a class,
 * collection or assembly, stands in `errors`: each of them is one errored test, as xUnit.net itself counts them apart.
 */
export const xunit2: ReportFormat = {
  key: 'xunit2',
  recognises: (head) => {
    const root = rootName(head);
    // Other kinds of file have a root of this name too.
    return root === 'assemblies' || (root === 'assembly' && /<assembly\s[^>]*\b(?:run-date|test-framework|total)\s*=/.test(head));
  },
  reader: readXunit,
};

interface Told {
  readonly of: 'test' | 'error';
  readonly attributes: Attributes;
  message: string | null;
  trace: string | null;
}

function readXunit(take: (test: ReportedCase) => void): ReportReader {
  let told: Told | null = null;
  let failing = false;
  let seconds: number | null = null;
  let testCount = 0;
  /** Names and messages of this assembly are written the way {@link unescaped} says. */
  let isEscaped = false;
  const plain = (text: string): string => (isEscaped ? unescaped(text) : text);

  const close = ({ of, attributes, message, trace }: Told) => {
    if (of === 'error') {
      const name = `${attributes['type'] ?? 'clean-up'} failed`;
      take({ name, className: plainName(attributes['name']), ending: 'errored', flaky: false, seconds: null, message, trace });
      return;
    }
    const className = attributes['type'] ?? '';
    const written = plain(attributes['name'] ?? attributes['method'] ?? '');
    const name = className !== '' && written.startsWith(`${className}.`) ? written.slice(className.length + 1) : written;
    const ending = endingOf(attributes['result']);
    const why = ending === 'failed' || ending === 'errored' ? { message, trace } : { message: null, trace: null };
    const time = timeOf(attributes);
    take({ name: plainName(name), className: plainName(className), ending, flaky: false, seconds: time, ...why });
  };

  const xml = readXml({
    open: (name, attributes) => {
      switch (name) {
        case 'assembly': {
          isEscaped = attributes['test-framework']?.startsWith('xUnit.net ') ?? false;
          const time = timeOf(attributes);
          if (time !== null) seconds = (seconds ?? 0) + time;
          return false;
        }
        case 'class':
          // Where version 2 has collections, version 1 has classes, and texts as they are.
          isEscaped = false;
          return false;
        case 'test':
        case 'error':
          testCount += 1;
          if (testCount > bounds.tests) throw beyond('tests', 'tests', xml.line);
          told = { of: name, attributes, message: null, trace: null };
          return false;
        case 'failure':
          failing = true;
          return false;
        case 'message':
        case 'stack-trace':
          return failing;
        default:
          return false;
      }
    },
    close: (name, text) => {
      if (told === null) return;
      if (name === 'message' && failing) told.message ??= plainText(plain(text));
      if (name === 'stack-trace' && failing) told.trace ??= plainText(text);
      if (name === 'failure') failing = false;
      if (name === told.of) {
        close(told);
        told = null;
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

/** Some write the comma of the machine's language; none groups thousands. */
function timeOf(attributes: Attributes): number | null {
  return secondsOf(attributes['time']?.replace(',', '.'));
}

/** `NotRun` is a test that runs only when it is asked for by name; the logger of `dotnet test` calls what has no outcome `Unknown`. */
function endingOf(result: string | undefined): Ending {
  switch (result) {
    case 'Pass':
      return 'passed';
    case 'Fail':
      return 'failed';
    case 'Skip':
    case 'NotRun':
    case 'Unknown':
      return 'skipped';
    default:
      return 'errored';
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** xUnit.net writes line breaks, quotes and the like in names and messages the way C# does, and backslashes twice. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:([\\"])|x([0-9a-f]{4}|[0-9a-f]{2})|([0abfnrtv]))/g,
    (_, same?: string, code?: string, letter?: string) => {
      if (same !== undefined) return same;
      return code === undefined ? (escapes[letter ?? ''] ?? '') : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
}
