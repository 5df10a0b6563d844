import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

export const runEvents = { 'run-broken': 'test runs broke off' } as const;

export interface BrokenRunFacts {
  /** Name of the suite or of the run. */
  readonly run: string;
  /** Why it says nothing, e.g. "it ended before its tests began". */
  readonly because: string;
}

/** A test run that says nothing of the release: it broke off, or its environment did not come up. */
export function runBroken(
  { id, at, projectId }: Happening,
  { run, because }: BrokenRunFacts,
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof runEvents> {
  const sentence = `The test run ${plain(run, 100)} cannot be counted: ${plain(because, 160)}`;
  return { id, at, projectId, event: 'run-broken', severity: null, issueId: null, releases, sentence };
}
