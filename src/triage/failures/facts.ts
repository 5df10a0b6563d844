import type { Instant } from '../../kernel/instant';

/** A run of the same suite and environment. */
export interface PastRun {
  readonly run: string;
  readonly at: Instant;
  readonly sequence: number;
  readonly complete: boolean;
  /** Tests that it ran. */
  readonly tests: number;
}

/** One failure in one run. */
export interface PastSighting {
  readonly run: string;
  /** How often it failed and stayed failed. */
  readonly failed: number;
  /** How often it passed when it was tried again. */
  readonly flaky: number;
}

export interface FiledIssue {
  readonly issueId: string;
  readonly issueKey: string;
}

/** The issue that was filed for a failure. */
export interface FiledDefect extends FiledIssue {
  /** Since when its status is of the category done; null while it is open. */
  readonly doneAt: Instant | null;
  /** Done because it will not be fixed (declined, a duplicate): seeing it again is no news. */
  readonly declined: boolean;
  /** When the first build with its fix was made; null where nobody knows. */
  readonly fixBuiltAt: Instant | null;
  /** Time of the newest run when closing was last proposed, by the clock of the runs; null where it never was. */
  readonly closingProposedAt: Instant | null;
}

/** What was decided for a failure before: `filing` while its issue is being created, `broken-run` where a defect about a run lists it. */
export type FailureState = 'filing' | 'filed' | 'tracked' | 'known' | 'broken-run';

export interface FingerprintFacts {
  readonly state: FailureState | null;
  /** Null where none was filed, or where its issue is gone from Jira. */
  readonly defect: FiledDefect | null;
  /** In the runs of this suite and environment; of each run one. */
  readonly sightings: readonly PastSighting[];
  /** Whether the newest run of another suite or environment still shows it. */
  readonly seenElsewhere: boolean;
}

/** What is known of a suite in an environment when one of its runs is decided. */
export interface FailureFacts {
  /** In any order; the run that is decided may be among them. */
  readonly runs: readonly PastRun[];
  /** Of every failure of the run, and of every open defect that was seen in this suite and environment. */
  readonly fingerprints: ReadonlyMap<string, FingerprintFacts>;
  /** The newest defect about broken runs of this suite and environment; its issue is null while it is being created. */
  readonly broken: { readonly defect: FiledDefect | null; readonly runs: readonly string[] } | null;
  /** When the build under test was made; null where nobody knows. */
  readonly builtAt: Instant | null;
}
