import { beginReading, nameProject, noteDeleted, noteEvent, noteRestored, projectById, removeProject } from '../defects/shell';
import { readClock } from '../platform/clock';
import { pushMessages } from '../platform/queue';
import { projectEventSchema } from './event-payloads';
import { handleEvent } from './handle-event';

/**
 * A project was created, renamed, put in the bin, restored or deleted. In the bin it is hidden, and read from the start when it comes
 * back; what is stored of a deleted one goes with the next daily round.
 */
export function projectChanged(event: unknown) {
  return handleEvent('project-event', projectEventSchema, event, async ({ eventType, project }) => {
    const now = readClock();
    if (eventType.includes(':deleted:')) await noteDeleted(project.id, now);
    if (eventType.includes('deleted:')) return removeProject(project.id);
    const known = await projectById(project.id);
    await nameProject(project, now);
    await noteRestored(project.id);
    await noteEvent(project.id, now);
    if (known === null) {
      await beginReading(project.id, now);
      await pushMessages([{ kind: 'read', projectId: project.id }]);
    } else if (known.key !== project.key || known.name !== project.name) {
      await pushMessages([{ kind: 'evaluate', projectId: project.id }]);
    }
  });
}
