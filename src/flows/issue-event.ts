import { trackedAs } from '../defects';
import { markDirty, noteEvent, storedStamps } from '../defects/shell';
import { readClock } from '../platform/clock';
import { newId } from '../platform/identity';
import { readSettings } from '../settings/shell';
import { issueEventSchema } from './event-payloads';
import { handleEvent } from './handle-event';
import { knowProject, wake } from './wake';

/** An issue was created, changed or deleted: it is marked, and read in bulk with the others of its project. */
export function issueChanged(event: unknown) {
  return handleEvent('issue-event', issueEventSchema, event, async ({ eventType, issue }) => {
    const now = readClock();
    const { project, issuetype } = issue.fields;
    await noteEvent(project.id, now);
    if (!(await matters(issue.id, issuetype?.name))) return;
    await markDirty(project.id, [{ issueId: issue.id, token: newId(), deleted: eventType.includes(':deleted:') }], now);
    const known = await knowProject({ id: project.id, key: project.key, name: project.name ?? project.key }, now);
    if (known) await wake(project.id, now);
  });
}

/** A work type that nobody counts costs nothing to skip; one that was changed away from a defect is still stored as one. */
async function matters(issueId: string, typeName: string | undefined): Promise<boolean> {
  const settings = await readSettings();
  if (settings.kind === 'damaged' || typeName === undefined || trackedAs(settings.settings, typeName) !== null) return true;
  return (await storedStamps([issueId])).some((stamp) => !stamp.removed);
}
