import { allProjects, countingPoints, nameProject } from '../defects/shell';
import { readClock } from '../platform/clock';
import { migrate } from '../platform/database';
import { readProjects } from '../platform/jira';
import { logFailure, logInfo } from '../platform/log';
import { callAgain, pushMessages } from '../platform/queue';

/** The app was installed or updated: tables, then every project by name, then a first reading for each that was never read. */
export async function installed() {
  try {
    const trouble = await countingPoints(takeIn);
    if (trouble === null) return undefined;
    logInfo('install-waits', { seconds: trouble });
    return callAgain(trouble);
  } catch (error) {
    logFailure('install-failed', error);
    // Forge takes at most 25 changes of the schema a minute, and a fresh installation needs more.
    return callAgain(61);
  }
}

/** @returns seconds after which to try again, or null where all is done */
export async function takeIn(): Promise<number | null> {
  const migrated = await migrate();
  const now = readClock();
  const projects = await readProjects();
  if (projects.kind === 'busy') return projects.retryAfter;
  if (projects.kind !== 'ok') return 30;
  for (const project of projects.value) await nameProject(project, now);
  const known = await allProjects();
  const unread = known.filter((project) => project.state === 'reading');
  await pushMessages(unread.map((project) => ({ kind: 'read', projectId: project.id })));
  // An update may bring a new formula, or the first one.
  await pushMessages(known.flatMap(({ id, state }) => (state === 'ready' ? [{ kind: 'score', projectId: id }] : [])));
  logInfo('installed', { migrations: migrated.length, projects: projects.value.length, unread: unread.length });
  return null;
}
