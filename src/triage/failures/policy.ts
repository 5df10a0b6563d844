import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';

/** A failure that is known: it becomes no defect while the entry holds. */
export interface KnownFailure {
  readonly match:
    | { readonly kind: 'fingerprint'; readonly fingerprint: string }
    /** Whole words that the failure's text contains; `*` stands for anything between them. */
    | { readonly kind: 'text'; readonly text: string };
  readonly reason: string;
  /** From this moment it no longer counts; null never ends. */
  readonly until: Instant | null;
}

/** When failed tests become defects. */
export interface FailurePolicy {
  /** Where false, failures are only counted: no issue is created, reopened or proposed for closing. */
  readonly file: boolean;
  /** A defect once it failed in `failed` of the last `of` runs of its suite and environment. */
  readonly after: { readonly failed: number; readonly of: number };
  /** A failure that passes when tried again is a defect once its share of the last `over` runs, at least `atLeast`, is above `rate`. */
  readonly flaky: { readonly rate: number; readonly over: number; readonly atLeast: number };
  /** Green runs after which closing is proposed. */
  readonly greenRuns: number;
  /** Most new defects of one run; more are one defect about the run. */
  readonly fuse: number;
  readonly known: readonly KnownFailure[];
  /** Names of resolutions that mean that nothing was fixed: a defect closed with one of them stays closed when it is seen again. */
  readonly notFixed: readonly string[];
  /** Of a new defect. */
  readonly severity: Severity;
  /** The newest sightings kept of a failure; no fewer than the runs that the other numbers look back on. */
  readonly maxSightingsKept: number;
}

export const defaultFailurePolicy: FailurePolicy = {
  file: true,
  after: { failed: 1, of: 1 },
  flaky: { rate: 0.2, over: 20, atLeast: 5 },
  greenRuns: 5,
  fuse: 20,
  known: [],
  notFixed: ["Won't Do", "Won't Fix", 'Declined', 'Duplicate', 'Cannot Reproduce', 'Rejected', 'Not a Bug'],
  severity: 'S3',
  maxSightingsKept: 200,
};
