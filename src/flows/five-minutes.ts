import { allProjects, countingPoints, projectsWithChanges, projectsWithOpenTicket, resumeReading } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { projectsWithDeliveries } from '../ingest/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { migrate } from '../platform/database';
import { logFailure } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { startOfDay } from '../scoring';
import { projectsWithUnwritten } from '../scoring/shell';
import { sendDigests } from './digests';
import { advanceDrills } from './drill-line';
import { eachProject } from './each-project';
import { escalateAll } from './escalate';
import { expireDeferrals } from './expire-deferrals';
import { finishChecks } from './gate-checks';
import { finishBreaches } from './gate-breaches';
import { finishFreezes } from './finish-freezes';
import { finishHolds } from './gate-holds';
import { finishOverrides } from './gate-overrides';
import { lookUpTrains } from './look-up-trains';
import { finishTrains, projectsInTrains } from './trains';
import { takeIn } from './installed';
import { finishNominations } from './nominate-blocker';
import { movesAnything } from './move-defects';
import { tell } from './notify';
import { finishAnalyses } from './rca-analysis';
import { refreshProject } from './refresh-project';
import { showWaitingBehaviours } from './show-behaviours';
import { triageRound } from './triage-round';
import { wake } from './wake';
import { finishWorkflowChanges } from './workflow-changes';

/** A reading without a sign of life for so long has died, and one that failed is tried again after so long. */
const readingDiesAfter = 3 * minute;
const failureLasts = 30 * minute;
/** A day is new for a tick of the clock, and a minute for ticks that come late. */
const newDay = 6 * minute;
/** The function may run for 300 s; projects that do not fit come first the next time. */
const timeForRefreshes = 4 * minute;

/** The clock ticked: heal what was lost, and keep the verdicts of every project with an open release ticket fresh. */
export function fiveMinutesPassed(): Promise<void> {
  return countingPoints(heal);
}

async function heal(): Promise<void> {
  const start = readClock();
  await migrate();
  const projects = await allProjects();
  if (projects.length === 0) await takeIn();
  const dead = projects.filter(
    (project) => hasDied(project, start) || (project.state === 'failed' && between(project.beatAt, start) > failureLasts),
  );
  for (const { id } of dead) await resumeReading(id, start);
  await pushMessages(dead.map(({ id }) => ({ kind: 'read', projectId: id })));
  for (const { id } of await projectsWithChanges()) await wake(id, start);
  for (const id of await projectsWithDeliveries()) await wake(id, start);
  await apart('score-new-day', async () => {
    if (between(startOfDay(start), start) >= newDay) return;
    const ready = projects.filter(({ state }) => state === 'ready');
    await pushMessages(ready.map(({ id }) => ({ kind: 'score', projectId: id })));
  });
  await apart('write-scores', async () => {
    await pushMessages((await projectsWithUnwritten()).map((projectId) => ({ kind: 'write-scores', projectId })));
  });
  await apart('show-behaviours', () => showWaitingBehaviours(start));
  await apart('triage-round', () => triageRound(projects, start));
  await apart('escalate', () => escalateAll(projects, start));
  await apart('expire-deferrals', () => expireDeferrals(start));
  await apart('finish-overrides', () => finishOverrides(start));
  await apart('finish-holds', () => finishHolds(start));
  await apart('finish-drills', () => advanceDrills(null));
  await apart('finish-checks', () => finishChecks(start));
  await apart('finish-breaches', () => finishBreaches(start));
  await apart('finish-trains', () => finishTrains());
  await apart('look-up-trains', () => lookUpTrains(start));
  await apart('finish-nominations', () => finishNominations(start));
  await apart('finish-freezes', () => finishFreezes(projects, start));
  await apart('finish-workflow-changes', () => finishWorkflowChanges(start));
  await apart('move-defects', () => moveWhereAsked(projects));
  await apart('finish-analyses', () => finishAnalyses(start));
  await apart('tell', () => tell(start));
  await apart('send-digests', () => sendDigests(projects, start));
  await eachProject('refresh', await projectsToRefresh(projects), timeForRefreshes, (project) => refreshProject(project));
}

/** Those with an open release ticket, and those whose releases others wait for; who was read longest ago comes first. */
async function projectsToRefresh(projects: readonly StoredProject[]): Promise<StoredProject[]> {
  const asked = await projectsWithOpenTicket();
  const riding = (await projectsInTrains(projects)).filter(({ id }) => asked.every((one) => one.id !== id));
  return [...asked, ...riding].sort((a, b) => ((a.readUpTo ?? '') < (b.readUpTo ?? '') ? -1 : 1));
}

/** In the lane of each project, where nobody else moves its defects at the same time. */
async function moveWhereAsked(projects: readonly StoredProject[]): Promise<void> {
  for (const { id: projectId, state } of projects)
    if (state === 'ready' && (await movesAnything(projectId))) await pushMessages([{ kind: 'move-defects', projectId }]);
}

/** What fails here is done again in five minutes; that verdicts are kept fresh must not wait for it. */
async function apart(what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    logFailure(`${what}-failed`, error);
  }
}

/** A reading that an admin paused is not dead, and one that waits comes back by itself. */
function hasDied({ state, beatAt, paused, waitUntil }: StoredProject, now: Instant): boolean {
  const lastSign = waitUntil !== null && waitUntil > beatAt ? waitUntil : beatAt;
  return state === 'reading' && !paused && between(lastSign, now) > readingDiesAfter;
}
