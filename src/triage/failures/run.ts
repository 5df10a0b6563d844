import type { Instant } from '../../kernel/instant';

/** A test that failed, or that failed at first and passed when it was tried again. Its texts are masked already. */
export interface FailedCase {
  readonly name: string;
  /** Class, file or suite; empty where the tool names none. */
  readonly class: string;
  readonly message: string | null;
  readonly trace: string | null;
  readonly flaky: boolean;
}

/** What a failure is recognised by, and what it says without its numbers, addresses and dates. */
export interface FailureIdentity {
  /** `<algorithm>:<hex>` */
  readonly fingerprint: string;
  /** Class of the error, e.g. `TimeoutError`; empty where there is none. */
  readonly kind: string;
  /** Normalised. */
  readonly message: string;
  /** Of the stack, innermost first. */
  readonly frames: readonly string[];
}

export interface TestName {
  readonly name: string;
  readonly class: string;
}

/** Every failure of a run with one cause. */
export interface FailureGroup {
  readonly fingerprint: string;
  readonly kind: string;
  /** Normalised. */
  readonly title: string;
  readonly topFrame: string | null;
  /** Each once, in order. */
  readonly tests: readonly TestName[];
  /** How often it was seen, the flaky ones among them. */
  readonly count: number;
  /** Of these, how often the test passed when it was tried again. */
  readonly flaky: number;
  /** Of one of the failures, as it came. */
  readonly message: string | null;
  readonly trace: string | null;
}

/** A run of tests, all of its parts together. */
export interface TestRun {
  /** Names the run in its project. */
  readonly run: string;
  readonly project: string;
  readonly suite: string;
  readonly environment: string;
  readonly segment: string | null;
  readonly service: string;
  readonly version: string | null;
  readonly build: string | null;
  readonly commit: string | null;
  readonly branch: string | null;
  /** Where the pipeline shows it. */
  readonly url: string | null;
  /** By the sender's clock. */
  readonly at: Instant;
  readonly sequence: number;
  /** Whether all of its parts are there. */
  readonly complete: boolean;
  readonly tally: {
    readonly tests: number;
    readonly passed: number;
    readonly failed: number;
    readonly errors: number;
    readonly skipped: number;
    readonly flaky: number;
    readonly seconds: number;
  };
  /** Each fingerprint once. */
  readonly failures: readonly FailureGroup[];
  readonly log: string | null;
}
