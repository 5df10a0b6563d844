import { ctrf } from './ctrf';
import { goTestJson } from './go-test-json';
import { jestJson } from './jest-json';
import { junit } from './junit';
import { mochaJson } from './mocha-json';
import { mochawesome } from './mochawesome';
import { nunit2 } from './nunit2';
import { nunit3 } from './nunit3';
import { readReportOf } from './read-report';
import type { BytesReader } from './read-report';
import type { ReportedCase, ReportFormat } from './report';
import { tap } from './tap';
import { testng } from './testng';
import { trx } from './trx';
import { xunit2 } from './xunit2';

export { ReportProblem } from './report';
export type { ReportedCase } from './report';

/** Kinds of report that can be read; the first that recognises a text reads it. */
const formats: readonly ReportFormat[] = [
  junit,
  nunit3,
  nunit2,
  trx,
  xunit2,
  testng,
  ctrf,
  jestJson,
  mochaJson,
  mochawesome,
  goTestJson,
  tap,
];

/** Reads a test report of any known kind. @param take is handed each test once */
export function readReport(take: (test: ReportedCase) => void): BytesReader {
  return readReportOf(formats, take);
}
