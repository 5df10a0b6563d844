import {
  forgetRemoved,
  hasOpenTicket,
  lostDefectIds,
  nameProject,
  noteReadUpTo,
  projectById,
  versionsToJudge,
} from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { issuesPerFetch, ok, readProject } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { catchEntries } from './catch-entries';
import { drainChanges } from './drain-changes';
import { evaluateVersions } from './evaluate-versions';
import { rereadVersions } from './read-versions';
import { readingContext } from './reading-context';
import type { ReadingContext } from './reading-context';
import { lapseOfDefects, lapseOfVersions } from './lapse-decisions';
import { noticeTampering } from './notice-tampering';
import { outdatedIssues } from './outdated-issues';
import { removeVanished } from './remove-vanished';
import { repairing } from './repair';
import type { Net } from './repair';
import { rescoreDefects } from './rescore';
import { stopLineFor, stopLineOfProject } from './stop-line';
import { storeIssues } from './store-issues';

/** How long what was removed is remembered, in milliseconds. */
const removedLife = 60 * minute;

/**
 * Reads what changed in a project since the last time, and only then stamps its verdicts anew. The hourly net looks back to where it
 * reached the last time, whatever was read in between, and stamps nothing where no release ticket is open: nobody asks then.
 * @returns the moment up to which Jira has been read
 */
export async function refreshProject(project: StoredProject, net: Net = 'five-minutes'): Promise<JiraOutcome<Instant>> {
  const start = readClock();
  const context = await readingContext(start);
  if (context.kind !== 'ok') return context;
  if (context.value === null) {
    const judged = await evaluateVersions({ projectId: project.id, versions: 'all', now: start, stampAnew: false });
    return judged.kind === 'ok' ? ok(project.readUpTo ?? start) : judged;
  }
  const read = await readWhatChanged(project, context.value, net, start);
  if (read.kind !== 'ok') return read;
  // Also what a function stored that died before it asked, and what came in another order than it happened.
  await stopLineOfProject(project.id, readClock());
  // Also what no event told of, and what was read while nobody looked at freezes.
  const caught = await catchEntries(project.id, 'all', readClock());
  if (caught.kind !== 'ok') return caught;
  await forgetRemoved(plus(start, -removedLife));
  const stampAnew = net !== 'hourly' || (await hasOpenTicket(project.id));
  const stamped = stampAnew ? await keepFresh(project.id, start) : ok(null);
  if (stamped.kind !== 'ok') return stamped;
  const judged = await evaluateVersions({ projectId: project.id, versions: 'all', now: start, stampAnew });
  return judged.kind === 'ok' ? ok(start) : judged;
}

async function keepFresh(projectId: string, start: Instant): Promise<JiraOutcome<null>> {
  await noteReadUpTo(projectId, start);
  for (const version of await versionsToJudge(projectId)) {
    const noticed = await noticeTampering(projectId, version, start);
    if (noticed.kind !== 'ok') return noticed;
  }
  return ok(null);
}

async function readWhatChanged(
  project: StoredProject,
  context: ReadingContext,
  net: Net,
  start: Instant,
): Promise<JiraOutcome<null>> {
  const jira = await readProject(project.id);
  if (jira.kind !== 'ok') return jira;
  await nameProject(jira.value, start);
  const versions = await rereadVersions(project.id);
  if (versions.kind !== 'ok') return versions;
  await lapseOfVersions(project.id, [...versions.value], readClock());
  const marked = await projectById(project.id);
  const drained = await drainChanges(marked ?? project, context, false);
  if (drained.kind !== 'ok') return drained;
  const outdated = await outdatedIssues(project, jira.value, context, { since: reached(project, net), now: start });
  if (outdated.kind !== 'ok') return outdated;
  const run = { projectId: project.id, net, start };
  return repairing(run, [...outdated.value, ...(await lostDefectIds(project.id))], async () => {
    for (let n = 0; n < outdated.value.length; n += issuesPerFetch) {
      const ids = outdated.value.slice(n, n + issuesPerFetch);
      const read = await storeIssues(project.id, ids, new Set(), context);
      if (read.kind !== 'ok') return read;
      await stopLineFor(project.id, ids, readClock());
      await rescoreDefects(project.id, ids);
      await lapseOfDefects(project.id, ids, readClock());
    }
    return removeVanished(project.id, readClock());
  });
}

/** Everything that changed before this moment has been read. */
function reached({ readUpTo, reconciledAt }: StoredProject, net: Net): Instant | null {
  if (net === 'hourly' || readUpTo === null || reconciledAt === null) return reconciledAt ?? readUpTo;
  return readUpTo > reconciledAt ? readUpTo : reconciledAt;
}
