/** How a test ended: `errored` where it broke outside its assertions and the tool that ran it tells the two apart. */
export type Ending = 'passed' | 'failed' | 'errored' | 'skipped';

/** One test of a report, after all its attempts. */
export interface ReportedCase {
  readonly name: string;
  /** Class, file or suite that it belongs to, as the tool names it; empty where it names none. */
  readonly className: string;
  /** Of the last attempt. */
  readonly ending: Ending;
  /** Failed at first and passed in the end, or marked so by the tool. */
  readonly flaky: boolean;
  /** Seconds; null where the report does not say. */
  readonly seconds: number | null;
  /** Of the failure (for a flaky test, of the first one); null for what did not fail or says nothing. */
  readonly message: string | null;
  /** Stack trace or details of the same failure; null where there are none. */
  readonly trace: string | null;
}

/** What a report adds up to. `tests` is the sum of the four endings; a flaky test counts as passed. */
export interface Tally {
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly flaky: number;
  /** Seconds that the tests took by the report's own word, else the sum over its tests. */
  readonly seconds: number;
}

/** A report that cannot be read, or must not be: what is wrong and where. */
export class ReportProblem extends Error {
  /** @param line of the text, from 1; null where it cannot be told */
  constructor(
    message: string,
    readonly line: number | null,
  ) {
    super(message);
    this.name = 'ReportProblem';
  }
}

/** Takes a report in pieces, so that a large one need not fit in memory. */
export interface ReportReader {
  /** @throws ReportProblem */
  write(text: string): void;
  /** Nothing follows. @returns seconds that the report itself names for all of its tests; null where it names none @throws ReportProblem */
  end(): number | null;
}

/** One kind of test report. */
export interface ReportFormat {
  /** E.g. `junit`. */
  readonly key: string;
  /** Whether a text that starts like this can be one. @param head the first few thousand characters, without a byte order mark */
  recognises(head: string): boolean;
  /** @param take is handed each test once, when it is complete */
  reader(take: (test: ReportedCase) => void): ReportReader;
}
