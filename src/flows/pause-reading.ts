import { beginReading, notePaused } from '../defects/shell';
import { readClock } from '../platform/clock';
import { pushMessages } from '../platform/queue';

/** Stops the reading of a project after the batch under way, or lets it go on where it stopped. */
export async function pauseReading(projectId: string, paused: boolean): Promise<void> {
  await notePaused(projectId, paused);
  if (!paused) await pushMessages([{ kind: 'read', projectId }]);
}

/** Reads a project from the start, also where its reading is paused or under way. */
export async function readAnew(projectId: string): Promise<void> {
  await beginReading(projectId, readClock());
  await pauseReading(projectId, false);
}
