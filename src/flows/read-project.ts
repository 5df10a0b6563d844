import {
  beginReading,
  failReading,
  finishReading,
  nameProject,
  noteProgress,
  projectById,
  removeProject,
  removeUnread,
} from '../defects/shell';
import { verdictsOfProject } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { issuesPerFetch, ok, readProject, searchIds } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { drainChanges } from './drain-changes';
import { evaluateVersions } from './evaluate-versions';
import { rereadVersions } from './read-versions';
import { readingContext } from './reading-context';
import type { ReadingContext } from './reading-context';
import { trackedTypeIds } from './outdated-issues';
import { storeIssues } from './store-issues';

/**
 * The first reading of a project, and every later one from the start: all defects and release tickets with their histories. Safe to
 * run again at any point. While it runs, no gate of the project is open.
 */
export async function readWholeProject(projectId: string): Promise<JiraOutcome<null>> {
  const start = readClock();
  await beginReading(projectId, start);
  const context = await readingContext(start);
  if (context.kind !== 'ok') return context;
  if (context.value === null) return ok(null);
  const read = await readAll(projectId, context.value, start);
  if (read.kind === 'gone') {
    await removeProject(projectId);
    return ok(null);
  }
  if (read.kind === 'refused') {
    const message =
      'Jira does not let Holdpoint read this project. Give the app the permission to browse it, then read it again.';
    await failReading(projectId, message, readClock());
  }
  if (read.kind !== 'ok') return read;
  await finishReading(projectId, start);
  const project = await projectById(projectId);
  if (project === null) return ok(null);
  const drained = await drainChanges(project, context.value, false);
  if (drained.kind !== 'ok') return drained;
  return evaluateVersions({ projectId, versions: 'all', now: readClock(), stampAnew: true });
}

async function readAll(projectId: string, context: ReadingContext, start: Instant): Promise<JiraOutcome<null>> {
  const jira = await readProject(projectId);
  if (jira.kind !== 'ok') return jira;
  await nameProject(jira.value, start);
  const versions = await rereadVersions(projectId);
  if (versions.kind !== 'ok') return versions;
  const held = await holdWhileReading(projectId, start);
  if (held.kind !== 'ok') return held;
  const types = trackedTypeIds(jira.value, context);
  const ids =
    types.length === 0 ? ok([]) : await searchIds(`project = ${projectId} AND issuetype in (${types.join(', ')}) ORDER BY id`);
  if (ids.kind !== 'ok') return ids;
  const total = ids.value.length;
  await noteProgress(projectId, { done: 0, total }, readClock());
  for (let done = 0; done < total; done += issuesPerFetch) {
    const stored = await storeIssues(projectId, ids.value.slice(done, done + issuesPerFetch), new Set(), context);
    if (stored.kind !== 'ok') return stored;
    await noteProgress(projectId, { done: Math.min(total, done + issuesPerFetch), total }, readClock());
  }
  await removeUnread(projectId, start);
  return ok(null);
}

/** Where verdicts stand already, they say nothing of what is read anew: they are unknown until the end. */
async function holdWhileReading(projectId: string, now: Instant): Promise<JiraOutcome<null>> {
  const verdicts = await verdictsOfProject(projectId);
  return verdicts.length === 0 ? ok(null) : evaluateVersions({ projectId, versions: 'all', now, stampAnew: false });
}
