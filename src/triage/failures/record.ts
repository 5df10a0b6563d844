import { sha256 } from '../../kernel/hash';
import { canonical } from '../../kernel/json';
import type { PastRun, PastSighting } from './facts';
import { inOrder } from './history';
import type { TestRun } from './run';

/** What is kept of a run. */
export interface RecordedRun extends PastRun {
  readonly suite: string;
  readonly environment: string;
  readonly seen: readonly { readonly fingerprint: string; readonly failed: number; readonly flaky: number }[];
  /** Over everything else that is kept, so that of two with the same number and time everybody keeps the same one. */
  readonly hash: string;
}

/** The runs of a project by name. */
export type RecordedRuns = ReadonlyMap<string, RecordedRun>;

/**
 * Takes a run in. Runs may come in any order and more than once: of two with the same name the one with the higher sequence holds, then
 * the later, then the one with the greater hash.
 * @returns the same map where nothing changes
 */
export function applyRun(state: RecordedRuns, run: TestRun): RecordedRuns {
  const recorded = record(run);
  const there = state.get(run.run);
  if (there !== undefined && !isNewer(recorded, there)) return state;
  return new Map(state).set(run.run, recorded);
}

/** What is kept of a run that is taken in. */
export function record(run: TestRun): RecordedRun {
  const { suite, environment, at, sequence, complete, tally } = run;
  const seen = run.failures
    .map(({ fingerprint, count, flaky }) => ({ fingerprint, failed: count - flaky, flaky }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const kept = { run: run.run, suite, environment, at, sequence, complete, tests: tally.tests, seen };
  return { ...kept, hash: sha256(canonical(kept)) };
}

/** Whether a run takes the place of one with the same name. */
export function isNewer(one: RecordedRun, other: RecordedRun): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence;
  return one.at === other.at ? one.hash > other.hash : one.at > other.at;
}

/**
 * The runs of a suite and environment, oldest first, and the sightings in them by fingerprint.
 * @param most sightings of a failure, the newest
 */
export function pastOf(
  state: RecordedRuns,
  suite: string,
  environment: string,
  most: number,
): { readonly runs: readonly PastRun[]; readonly sightings: ReadonlyMap<string, readonly PastSighting[]> } {
  const runs = inOrder([...state.values()].filter((run) => run.suite === suite && run.environment === environment));
  const sightings = new Map<string, PastSighting[]>();
  for (const { run, seen } of runs) {
    for (const { fingerprint, failed, flaky } of seen) {
      const of = sightings.get(fingerprint) ?? [];
      of.push({ run, failed, flaky });
      sightings.set(fingerprint, of);
    }
  }
  return { runs, sightings: new Map([...sightings].map(([fingerprint, all]) => [fingerprint, all.slice(-most)])) };
}
