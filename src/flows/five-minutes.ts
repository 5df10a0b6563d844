import { allProjects, beginReading, projectsWithChanges, projectsWithOpenTicket, removeProject } from '../defects/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { migrate } from '../platform/database';
import { logFailure, logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { takeIn } from './installed';
import { refreshProject } from './refresh-project';
import { wake } from './wake';

/** A reading without a sign of life for so long has died, and one that failed is tried again after so long. */
const readingDiesAfter = 3 * minute;
const failureLasts = 30 * minute;
/** The function may run for 300 s; projects that do not fit come first the next time. */
const timeForRefreshes = 4 * minute;

/** The clock ticked: heal what was lost, and keep the verdicts of every project with an open release ticket fresh. */
export async function fiveMinutesPassed(): Promise<void> {
  const start = readClock();
  await migrate();
  const projects = await allProjects();
  if (projects.length === 0) await takeIn();
  const dead = projects.filter(
    ({ state, beatAt }) =>
      (state === 'reading' && between(beatAt, start) > readingDiesAfter) ||
      (state === 'failed' && between(beatAt, start) > failureLasts),
  );
  for (const { id } of dead) await beginReading(id, start);
  await pushMessages(dead.map(({ id }) => ({ kind: 'read', projectId: id })));
  for (const { id } of await projectsWithChanges()) await wake(id, start);
  await refreshAll(start);
}

async function refreshAll(start: Instant): Promise<void> {
  for (const project of await projectsWithOpenTicket()) {
    if (between(start, readClock()) > timeForRefreshes) return logInfo('refresh-out-of-time');
    try {
      const outcome = await refreshProject(project);
      if (outcome.kind === 'gone') await removeProject(project.id);
      if (outcome.kind !== 'ok')
        logInfo('refresh-failed', { project: project.id, outcome: outcome.kind, because: outcome.because });
      if (outcome.kind === 'busy') return;
    } catch (error) {
      // One project's failure leaves its verdicts to grow stale; the others are not to blame.
      logFailure('refresh-failed', error, { project: project.id });
    }
  }
}
