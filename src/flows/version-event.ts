import { markVersionsStale, noteEvent, projectById } from '../defects/shell';
import { readClock } from '../platform/clock';
import { versionEventSchema } from './event-payloads';
import { handleEvent } from './handle-event';
import { recordVersionEvent } from './record-version-event';
import { wake } from './wake';

/**
 * A version was created, changed, released, archived, merged, moved or deleted: the versions of its project are read again, and what
 * was decided about a release in Jira is put into the ledger.
 */
export function versionChanged(event: unknown) {
  return handleEvent('version-event', versionEventSchema, event, async (parsed) => {
    const { projectId } = parsed.version;
    const now = readClock();
    await markVersionsStale(projectId);
    await noteEvent(projectId, now);
    const project = await projectById(projectId);
    // Before the lane reads the versions: what is stored says how the gate stood when it happened.
    if (project !== null) await recordVersionEvent(parsed, project, now);
    await wake(projectId, now);
  });
}
