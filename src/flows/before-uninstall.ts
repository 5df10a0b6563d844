import { freezesProperty } from '../contracts/published-freezes';
import { allProjects, versionsOf } from '../defects/shell';
import { between } from '../kernel/instant';
import { readClock } from '../platform/clock';
import {
  ok,
  projectPageAddress,
  projectPropertyKeys,
  readRelatedWork,
  removeProjectProperty,
  removeRelatedWork,
} from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logFailure, logInfo } from '../platform/log';

const isOurs = (key: string) => key.startsWith('holdpoint.gates.') || key === freezesProperty;
/** Milliseconds: Forge waits 55 s at most, and uninstalls whatever happens. */
const mostTime = 48_000;

/**
 * Before the app goes: takes its published verdicts and its links out of Jira, as far as the time allows. The verdicts come first: they
 * are what a workflow could still read.
 */
export async function beforeUninstall(): Promise<void> {
  const start = readClock();
  const timeLeft = () => between(start, readClock()) < mostTime;
  const projects = (await allProjects()).map(({ id }) => id);
  await each(projects, timeLeft, removeVerdicts);
  await each(projects, timeLeft, removeLinks);
  logInfo('uninstalled', { projects: projects.length, whole: timeLeft() });
}

async function each(
  projects: readonly string[],
  timeLeft: () => boolean,
  act: (projectId: string) => Promise<JiraOutcome<null>>,
): Promise<void> {
  for (const project of projects) {
    if (!timeLeft()) return;
    try {
      const outcome = await act(project);
      if (outcome.kind !== 'ok') logInfo('uninstall-left-something', { project, because: outcome.because });
    } catch (error) {
      logFailure('uninstall-left-something', error, { project });
    }
  }
}

async function removeVerdicts(projectId: string): Promise<JiraOutcome<null>> {
  const keys = await projectPropertyKeys(projectId);
  if (keys.kind !== 'ok') return keys;
  for (const key of keys.value.filter(isOurs)) {
    const removed = await removeProjectProperty(projectId, key);
    if (removed.kind !== 'ok') return removed;
  }
  return ok(null);
}

async function removeLinks(projectId: string): Promise<JiraOutcome<null>> {
  const address = await projectPageAddress(projectId);
  if (address.kind !== 'ok') return address;
  for (const { id } of await versionsOf(projectId)) {
    const links = await readRelatedWork(id);
    if (links.kind !== 'ok') return links;
    for (const { relatedWorkId, url } of links.value) {
      if (relatedWorkId == null || url == null || !url.startsWith(`${address.value}/`)) continue;
      const removed = await removeRelatedWork(id, relatedWorkId);
      if (removed.kind !== 'ok') return removed;
    }
  }
  return ok(null);
}
