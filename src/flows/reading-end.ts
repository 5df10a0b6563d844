import { finishReading, projectById, removeUnread } from '../defects/shell';
import type { Reading, StoredProject } from '../defects/shell';
import { between, minute } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { removeStrayDocuments } from '../triage/shell';
import { drainChanges } from './drain-changes';
import { evaluateVersions } from './evaluate-versions';
import { readingContext } from './reading-context';
import { refreshProject } from './refresh-project';
import { stopLineOfProject } from './stop-line';

/** After a reading that took longer, Jira is asked what changed meanwhile, so that its verdicts are not out of date as they are made. */
const longReading = 5 * minute;

/** The last part of a reading: what it did not find goes, and the project counts as read, unless another reading began since. */
export async function endReading(reading: Reading): Promise<JiraOutcome<null>> {
  await removeUnread(reading.id, reading.sinceAt);
  await removeStrayDocuments(reading.id);
  await finishReading(reading.id, reading.sinceAt);
  return followReading(reading.id);
}

/** What changed while a project was read is read again, and everything is judged. Safe to do again, and for a project that is ready anyway. */
export async function followReading(projectId: string): Promise<JiraOutcome<null>> {
  const project = await projectById(projectId);
  if (project === null || project.state !== 'ready') return ok(null);
  const caughtUp = await catchUp(project);
  if (caughtUp.kind === 'ok') await pushMessages((['look-back', 'score'] as const).map((kind) => ({ kind, projectId })));
  return caughtUp;
}

async function catchUp(project: StoredProject): Promise<JiraOutcome<null>> {
  if (project.readUpTo !== null && between(project.readUpTo, readClock()) > longReading) {
    const refreshed = await refreshProject(project);
    return refreshed.kind === 'ok' ? ok(null) : refreshed;
  }
  const context = await readingContext(readClock());
  if (context.kind !== 'ok') return context;
  if (context.value !== null) {
    const drained = await drainChanges(project, context.value, false);
    if (drained.kind !== 'ok') return drained;
  }
  await stopLineOfProject(project.id, readClock());
  return evaluateVersions({ projectId: project.id, versions: 'all', now: readClock(), stampAnew: true });
}
