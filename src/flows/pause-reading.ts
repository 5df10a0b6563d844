import { beginReading, notePaused } from '../defects/shell';
import { readClock } from '../platform/clock';
import { pushMessages } from '../platform/queue';
import { evaluateVersions } from './evaluate-versions';

/** Stops the reading of a project after the batch under way, or lets it go on where it stopped. */
export async function pauseReading(projectId: string, paused: boolean): Promise<void> {
  await notePaused(projectId, paused);
  if (!paused) await pushMessages([{ kind: 'read', projectId }]);
}

/**
 * Reads a project from the start, also where its reading is paused or under way. Its gates are held at once: the reading may have to
 * wait for the next hour's points.
 */
export async function readAnew(projectId: string): Promise<void> {
  const now = readClock();
  await beginReading(projectId, now);
  await pauseReading(projectId, false);
  await evaluateVersions({ projectId, versions: 'all', now, stampAnew: false });
}
