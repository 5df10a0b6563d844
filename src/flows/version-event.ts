import { markVersionsStale } from '../defects/shell';
import { readClock } from '../platform/clock';
import { versionEventSchema } from './event-payloads';
import { handleEvent } from './handle-event';
import { wake } from './wake';

/** A version was created, changed, released, merged, moved or deleted: the versions of its project are read again. */
export function versionChanged(event: unknown) {
  return handleEvent('version-event', versionEventSchema, event, async ({ version }) => {
    await markVersionsStale(version.projectId);
    await wake(version.projectId, readClock());
  });
}
