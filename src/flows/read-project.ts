import { failReading, nextToRead, noteBatch, noteWait, projectById, removeProject, takeOffList } from '../defects/shell';
import type { Reading, StoredProject } from '../defects/shell';
import { between, minute, nextHour, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { issuesPerFetch, ok } from '../platform/jira';
import type { JiraOutcome, JiraTrouble } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { batchOnBudget } from './reading-budget';
import { readingContext } from './reading-context';
import type { ReadingContext } from './reading-context';
import { endReading, followReading } from './reading-end';
import { listIssues } from './reading-list';
import { storeIssues } from './store-issues';

/** A message works for so long and leaves the rest to the next one: whatever dies loses one batch of issues at most. */
const workFor = 2 * minute;

/** How far a message came: the next one goes on, the hour's budget is used up, nothing is left to read, or nobody wants it any more. */
type Progress = 'more' | 'used-up' | 'done' | 'stopped';

/**
 * The reading of a whole project, defects and release tickets with their histories: goes on where it stopped, for about two minutes.
 * While it runs, no gate of the project is open.
 */
export async function goOnReading(projectId: string): Promise<JiraOutcome<null>> {
  const now = readClock();
  const project = await projectById(projectId);
  if (project?.state === 'ready') return followReading(projectId);
  if (project === null || project.state !== 'reading' || project.paused) return ok(null);
  if (project.waitUntil !== null && project.waitUntil > now) return comeBack(projectId, project.waitUntil, now);
  const read = await readSome(project, now);
  if (read.kind !== 'ok') return stop(project, read);
  switch (read.value) {
    case 'more':
      return comeBack(projectId, now, now);
    case 'used-up':
      return wait(project, nextHour(readClock()));
    case 'done':
      return endReading(project);
    case 'stopped':
      return ok(null);
  }
}

/** Gives a reading up for now, after it failed too often. @param because in words for people */
export async function giveUpReading(projectId: string, because: string): Promise<void> {
  const project = await projectById(projectId);
  if (project?.state !== 'reading') return;
  await failReading(projectId, `${because} Holdpoint tries again in half an hour.`, readClock());
}

async function readSome(project: StoredProject, start: Instant): Promise<JiraOutcome<Progress>> {
  const context = await readingContext(start);
  if (context.kind !== 'ok') return context;
  if (context.value === null) return ok('stopped');
  if (!project.searched) {
    const listed = await listIssues(project, context.value);
    if (listed.kind === 'used-up') return ok('used-up');
    if (listed.outcome.kind !== 'ok') return listed.outcome;
  }
  while (between(start, readClock()) < workFor) {
    const read = await readBatch(project, context.value);
    if (read.kind !== 'ok' || read.value !== 'more') return read;
  }
  return ok('more');
}

async function readBatch(reading: Reading, context: ReadingContext): Promise<JiraOutcome<Progress>> {
  const current = await projectById(reading.id);
  if (current?.state !== 'reading' || current.sinceAt !== reading.sinceAt || current.paused) return ok('stopped');
  const ids = await nextToRead(reading.id, issuesPerFetch);
  if (ids.length === 0) return ok('done');
  const stored = await batchOnBudget(context.pointsPerHour, ids, async (batch) => {
    const outcome = await storeIssues(reading.id, batch, new Set(), context);
    // Only what is stored is taken off the list, so that a crash in between reads it once more.
    if (outcome.kind === 'ok') await takeOffList(reading, batch);
    return outcome;
  });
  if (stored.kind === 'used-up') return ok('used-up');
  await noteBatch(reading, stored.points, readClock());
  return stored.outcome.kind === 'ok' ? ok('more') : stored.outcome;
}

async function stop(reading: Reading, trouble: JiraTrouble): Promise<JiraOutcome<null>> {
  switch (trouble.kind) {
    case 'gone':
      await removeProject(reading.id);
      return ok(null);
    case 'refused': {
      const message =
        'Jira does not let Holdpoint read this project. Give the app the permission to browse it, then read it again.';
      await failReading(reading.id, message, readClock());
      return ok(null);
    }
    case 'busy':
      return wait(reading, plus(readClock(), trouble.retryAfter * 1000));
    case 'failed':
      return trouble;
  }
}

async function wait(reading: Reading, until: Instant): Promise<JiraOutcome<null>> {
  await noteWait(reading, until);
  return comeBack(reading.id, until, readClock());
}

/** A message can be held back for a quarter of an hour: on a longer wait it finds that it is too early, and sends the next one. */
async function comeBack(projectId: string, at: Instant, now: Instant): Promise<JiraOutcome<null>> {
  await pushMessages([{ kind: 'read', projectId }], between(now, at) / 1000);
  return ok(null);
}
