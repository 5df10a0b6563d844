import { parseArgs } from 'node:util';
import { Misuse } from '../command';
import type { Command } from '../command';

const help = `holdpoint parse: what does this test report say?

Usage
  holdpoint parse FILE...

Reads test reports, finds out what kind each is, and prints one JSON object a
line for each file:

  file, format          the file, and what it is, e.g. junit
  tests                 passed + failed + errors + skipped
  passed, failed        a test is counted once, whatever its attempts
  errors                broke outside their assertions, where the tool tells
  skipped
  flaky                 of those passed: failed first, passed in the end
  duration              seconds
  failures              name, class, ending ("failed" or "errored"), message
                        and trace of each test that failed or errored

A file that is cut off, malformed or no report gets one line on standard error,
"holdpoint: FILE:LINE: cause"; the others are printed all the same. No other
file is opened, and nothing is fetched, whatever a report asks for.
Exit code: 0 all were read, 1 at least one was not, 2 misuse.

"-" reads standard input. Messages and traces are cut at 100,000 characters; of
a report with more than 24 MB of failures the rest are counted only
("failuresLeftOut"). Larger reports are refused, so that none takes longer than
seconds: 100 MB (JSON 32 MB), 500,000 tests or suites (Go: 250,000), 4,000,000
elements, 10,000,000 attributes, 2,000,000 lines.

Examples
  holdpoint parse build/test-results/*.xml
  go test -json ./... | holdpoint parse -
`;

export const parse: Command = {
  help,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    if (positionals.length === 0) throw new Misuse('parse needs at least one file.');
    const { printReport } = await import('../print-report');
    let exitCode = 0;
    for (const file of positionals) if (!(await printReport(file))) exitCode = 1;
    return exitCode;
  },
};
