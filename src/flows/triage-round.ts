import type { StoredProject } from '../defects/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { logFailure } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { projectsToTell, projectsWithComments } from '../triage/shell';
import { tidySessions } from './close-session';
import { lapseWithTime } from './lapse-decisions';
import { triageClocks } from './triage-clocks';

/** What does not fit is done five minutes later. */
const time = minute;

/** Every five minutes: what ends with the time, what clocks have to say, and what a function that died left undone. */
export async function triageRound(projects: readonly StoredProject[], now: Instant): Promise<void> {
  await attempt('sessions', () => tidySessions(now));
  for (const project of inTurn(projects, now)) {
    if (between(now, readClock()) > time) break;
    await attempt(project.id, async () => {
      await lapseWithTime(project.id, now);
      await triageClocks(project, now);
    });
  }
  await attempt('minutes', async () => {
    const owing = new Set([...(await projectsToTell()), ...(await projectsWithComments())]);
    await pushMessages([...owing].map((projectId) => ({ kind: 'triage', projectId })));
  });
}

/** Another one comes first each time, so that none is always the one for which no time is left. */
function inTurn(projects: readonly StoredProject[], now: Instant): StoredProject[] {
  const first = projects.length === 0 ? 0 : Math.floor(Date.parse(now) / (5 * minute)) % projects.length;
  return [...projects.slice(first), ...projects.slice(0, first)];
}

/** One project's failure leaves the others alone, and nothing of it stops what keeps verdicts fresh. */
async function attempt(what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    logFailure('triage-round-failed', error, { what });
  }
}
