import { removeProject } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { between } from '../kernel/instant';
import { readClock } from '../platform/clock';
import type { JiraOutcome } from '../platform/jira';
import { logFailure, logInfo } from '../platform/log';

/**
 * Does something for one project after the other. One project's failure leaves the others alone; where Jira asks to be left alone, or
 * the time is up, the round ends: whoever did not fit comes first the next time, because callers order by what was done last.
 * @param time for all of them, in milliseconds
 * @returns whether the round went through to its end
 */
export async function eachProject(
  what: string,
  projects: readonly StoredProject[],
  time: number,
  act: (project: StoredProject) => Promise<JiraOutcome<unknown>>,
): Promise<boolean> {
  const start = readClock();
  for (const project of projects) {
    if (between(start, readClock()) > time) {
      logInfo(`${what}-out-of-time`);
      return false;
    }
    try {
      const outcome = await act(project);
      if (outcome.kind === 'gone') await removeProject(project.id);
      if (outcome.kind !== 'ok')
        logInfo(`${what}-failed`, { project: project.id, outcome: outcome.kind, because: outcome.because });
      if (outcome.kind === 'busy') return false;
    } catch (error) {
      logFailure(`${what}-failed`, error, { project: project.id });
    }
  }
  return true;
}

/** Ready projects, those first for which something was done longest ago, or never. */
export function longestAgoFirst(
  projects: readonly StoredProject[],
  doneAt: (project: StoredProject) => string | null,
): StoredProject[] {
  const at = (project: StoredProject) => doneAt(project) ?? '';
  return projects.filter(({ state }) => state === 'ready').sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
