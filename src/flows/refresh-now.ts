import { projectById } from '../defects/shell';
import { between } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { refreshProject } from './refresh-project';

/** Milliseconds: who presses the button again and again does not use up the site's budget. */
const justNow = 3_000;

/** The screen's button: reads what changed now. @returns the moment up to which Jira has been read */
export async function refreshNow(projectId: string): Promise<JiraOutcome<Instant>> {
  const project = await projectById(projectId);
  if (project === null) return { kind: 'gone', because: 'Holdpoint does not know this project yet.' };
  if (project.state !== 'ready') return { kind: 'failed', because: 'The first reading of this project is not done yet.' };
  const now = readClock();
  if (project.readUpTo !== null && between(project.readUpTo, now) < justNow) return ok(project.readUpTo);
  return refreshProject(project, 'button');
}
