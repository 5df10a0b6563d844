import { byText } from './by-text';
import type { PastRun, PastSighting } from './facts';

/**
 * What a run says of a failure. `green`: complete, at least half as many tests as the newest run that showed it, and no sign of it.
 * `silent`: it did not show it, and ran too little to say so.
 */
export type Showed = 'failed' | 'flaky' | 'green' | 'silent';

export interface HistoryRun extends PastRun {
  readonly showed: Showed;
}

type Place = Pick<PastRun, 'run' | 'at' | 'sequence'>;

/** Oldest first: by the sequence of the sender, then by time, then by name, so that everybody sorts alike. */
export function inOrder<Run extends Place>(runs: readonly Run[]): Run[] {
  return [...runs].sort((a, b) => a.sequence - b.sequence || byText(a.at, b.at) || byText(a.run, b.run));
}

/** The runs of a suite and environment as one failure sees them, oldest first. */
export function historyOf(runs: readonly PastRun[], sightings: readonly PastSighting[]): HistoryRun[] {
  const seen = new Map(sightings.map((sighting) => [sighting.run, sighting]));
  const ordered = inOrder(runs);
  const compared = ordered.findLast(({ run }) => seen.has(run))?.tests ?? 0;
  return ordered.map((run) => ({ ...run, showed: showed(run, seen.get(run.run), compared) }));
}

function showed(run: PastRun, sighting: PastSighting | undefined, compared: number): Showed {
  if (sighting !== undefined) return sighting.failed > 0 ? 'failed' : 'flaky';
  return run.complete && run.tests > 0 && run.tests * 2 >= compared ? 'green' : 'silent';
}

/** A share of the newest runs that say something of the failure. */
export interface Share {
  readonly seen: number;
  readonly of: number;
}

/** In how many of the last runs it showed so. */
export function shareOf(history: readonly HistoryRun[], showed: Showed, over: number): Share {
  const last = telling(history).slice(-over);
  return { seen: last.filter((run) => run.showed === showed).length, of: last.length };
}

/** The newest run that showed the failure. */
export function lastSeen(history: readonly HistoryRun[]): HistoryRun | null {
  return history.findLast(isSeen) ?? null;
}

/** The green runs since the failure was last seen, oldest first. */
export function greenSince(history: readonly HistoryRun[]): HistoryRun[] {
  const last = history.findLastIndex(isSeen);
  return history.slice(last + 1).filter(({ showed }) => showed === 'green');
}

/** The first run that no longer showed a failure that had stayed: what is older than it is settled. Null while it still fails. */
export function settledBy(history: readonly HistoryRun[]): HistoryRun | null {
  const last = history.findLastIndex(({ showed }) => showed === 'failed');
  return history.slice(last + 1).find(({ showed }) => showed === 'green') ?? null;
}

function telling(history: readonly HistoryRun[]): readonly HistoryRun[] {
  return history.filter(({ showed }) => showed !== 'silent');
}

function isSeen({ showed }: HistoryRun): boolean {
  return showed === 'failed' || showed === 'flaky';
}
