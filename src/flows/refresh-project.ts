import { isNamed } from '../defects';
import {
  forgetRemoved,
  nameProject,
  noteReadUpTo,
  openDefectIds,
  projectById,
  storedStamps,
  versionsToJudge,
} from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { between, minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { issuesPerFetch, ok, readProject, searchIds, searchStamps } from '../platform/jira';
import type { JiraOutcome, JiraProject } from '../platform/jira';
import { drainChanges } from './drain-changes';
import { evaluateVersions } from './evaluate-versions';
import { rereadVersions } from './read-versions';
import { readingContext } from './reading-context';
import type { ReadingContext } from './reading-context';
import { noticeTampering } from './notice-tampering';
import { storeIssues } from './store-issues';

/** JQL search lags behind, and clocks differ: each reading looks back so much further than the one before reached, in minutes. */
const overlap = 2;
/** How long what was removed is remembered, in milliseconds. */
const removedLife = 60 * minute;

/**
 * Reads what changed in a project since the last time, and only then stamps its verdicts anew.
 * @returns the moment up to which Jira has been read
 */
export async function refreshProject(project: StoredProject): Promise<JiraOutcome<Instant>> {
  const start = readClock();
  const context = await readingContext(start);
  if (context.kind !== 'ok') return context;
  if (context.value === null) {
    const judged = await evaluateVersions({ projectId: project.id, versions: 'all', now: start, stampAnew: false });
    return judged.kind === 'ok' ? ok(project.readUpTo ?? start) : judged;
  }
  const read = await readWhatChanged(project, context.value, start);
  if (read.kind !== 'ok') return read;
  await noteReadUpTo(project.id, start);
  await forgetRemoved(plus(start, -removedLife));
  for (const version of await versionsToJudge(project.id)) {
    const noticed = await noticeTampering(project.id, version, start);
    if (noticed.kind !== 'ok') return noticed;
  }
  const judged = await evaluateVersions({ projectId: project.id, versions: 'all', now: start, stampAnew: true });
  return judged.kind === 'ok' ? ok(start) : judged;
}

async function readWhatChanged(project: StoredProject, context: ReadingContext, start: Instant): Promise<JiraOutcome<null>> {
  const jira = await readProject(project.id);
  if (jira.kind !== 'ok') return jira;
  await nameProject(jira.value, start);
  const versions = await rereadVersions(project.id);
  if (versions.kind !== 'ok') return versions;
  const marked = await projectById(project.id);
  const drained = await drainChanges(marked ?? project, context, false);
  if (drained.kind !== 'ok') return drained;
  const types = trackedTypeIds(jira.value, context);
  if (types.length === 0) return ok(null);
  const minutes = Math.max(0, Math.ceil(between(project.readUpTo ?? start, start) / minute)) + overlap;
  const tracked = `project = ${project.id} AND issuetype in (${types.join(', ')})`;
  // Relative time, so that nobody's time zone matters.
  const found = await searchStamps(`${tracked} AND updated >= -${minutes}m`);
  if (found.kind !== 'ok') return found;
  const gone = await noLongerOpen(project.id, tracked);
  if (gone.kind !== 'ok') return gone;
  const stored = new Map((await storedStamps(found.value.map(({ id }) => id))).map((stamp) => [stamp.id, stamp]));
  const outdated = found.value.filter(({ id, updated }) => (stored.get(id)?.updatedAt ?? '') < updated).map(({ id }) => id);
  const ids = [...new Set([...outdated, ...gone.value])];
  for (let n = 0; n < ids.length; n += issuesPerFetch) {
    const read = await storeIssues(project.id, ids.slice(n, n + issuesPerFetch), new Set(), context);
    if (read.kind !== 'ok') return read;
  }
  return ok(null);
}

/**
 * Stored open defects that Jira's search does not list as open: closed, moved, of another work type, or gone, without an event that
 * said so. One point for 5,000.
 */
async function noLongerOpen(projectId: string, tracked: string): Promise<JiraOutcome<string[]>> {
  const open = await openDefectIds(projectId);
  const listed = await searchIds(`${tracked} AND statusCategory != Done`);
  if (listed.kind !== 'ok') return listed;
  const inJira = new Set(listed.value);
  return ok(open.filter((id) => !inJira.has(id)));
}

/** Ids of the project's work types that the settings name: a name that the site does not have would make the search fail. */
export function trackedTypeIds(project: JiraProject, { types }: ReadingContext): string[] {
  return project.issueTypes
    .filter(({ name }) => isNamed(types.defectTypes, name) || isNamed(types.releaseTypes, name))
    .map(({ id }) => id);
}
