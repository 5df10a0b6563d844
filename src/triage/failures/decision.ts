import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import type { FiledIssue } from './facts';
import type { Share } from './history';

/** What all decisions about a failure share. The run's sighting of it is kept as a fact whatever is decided. */
interface OfFailure {
  readonly fingerprint: string;
  /** A finished sentence. */
  readonly why: string;
}

/** A new defect. */
export interface Create extends OfFailure {
  readonly kind: 'create';
  readonly severity: Severity;
  /** A defect because it comes and goes, and is called so. */
  readonly flaky: boolean;
}

/** One more sighting of a defect. */
export interface Sight extends OfFailure {
  readonly kind: 'sight';
  /** Null while the issue is being created. */
  readonly issue: FiledIssue | null;
  readonly failed: number;
  readonly flaky: number;
}

/** A defect that was done is open again. */
export interface Reopen extends OfFailure {
  readonly kind: 'reopen';
  readonly issue: FiledIssue;
}

/** Counted, and no defect yet. */
export interface Track extends OfFailure {
  readonly kind: 'track';
  readonly share: Share;
}

/** On the list of known failures. */
export interface Known extends OfFailure {
  readonly kind: 'known';
  readonly reason: string;
  readonly until: Instant | null;
}

/** So many new failures that the run itself is the defect. */
export interface BrokenRun {
  readonly kind: 'broken-run';
  readonly suite: string;
  readonly environment: string;
  readonly fingerprints: readonly string[];
  /** `create` a defect, or `add` to the one that is open (or being created, then without an issue). */
  readonly what: 'create' | 'add';
  readonly issue: FiledIssue | null;
  readonly severity: Severity;
  readonly why: string;
}

/** Nobody closes by machine: somebody is asked. */
export interface ProposeClosing extends OfFailure {
  readonly kind: 'propose-closing';
  readonly issue: FiledIssue;
  readonly greenRuns: number;
  /** Time of the newest run that counted: a next proposal needs a sighting after it. */
  readonly at: Instant;
}

/** Everything that this run says is there already. */
export interface Nothing extends OfFailure {
  readonly kind: 'nothing';
}

export type Decision = Create | Sight | Reopen | Track | Known | BrokenRun | ProposeClosing | Nothing;
