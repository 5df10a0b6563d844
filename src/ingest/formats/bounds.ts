import { ReportProblem } from './report';

type Bound = 'bytes' | 'tests' | 'methods' | 'goTests' | 'traces' | 'elements' | 'attributes' | 'values' | 'lines';

/**
 * What one report may hold: more than any test run writes, and little enough that whatever is in it is read within seconds and in bounded
 * memory. What is beyond is refused, never half read.
 */
export const bounds: Readonly<Record<Bound, number>> = {
  /** Bytes of the file. */
  bytes: 100_000_000,
  /** Tests, attempts of tests, and suites, each by themselves. */
  tests: 500_000,
  /** Test methods of one class, which TestNG's report needs at once. */
  methods: 200_000,
  /** Tests and packages of a Go test run, which are needed until it ends. */
  goTests: 250_000,
  /** Characters of traces that are kept where failures are needed until the report ends; later failures keep their messages. */
  traces: 24_000_000,
  /** Elements and CDATA sections of XML. */
  elements: 4_000_000,
  /** Attributes of XML. */
  attributes: 10_000_000,
  /** Members of lists and objects of JSON. */
  values: 3_000_000,
  /** Lines, in formats that are read by the line. */
  lines: 2_000_000,
};

/** @param line where the first one beyond the bound stands; null where that is not known */
export function beyond(bound: Bound, things: string, line: number | null): ReportProblem {
  const most = bounds[bound].toLocaleString('en');
  return new ReportProblem(`it has more than ${most} ${things}: split it into several reports`, line);
}
