import {
  allProjects,
  countingPoints,
  forgetPointsBefore,
  forgetVersionOrder,
  packHistories,
  projectsToPurge,
  purgeProject,
} from '../defects/shell';
import { forgetAttachment, forgetFailedExpressions, purgeGates } from '../gates/shell';
import { purgeFacts } from '../environments/shell';
import { forgetAccessesBefore, purgeAnalyses } from '../governance/shell';
import { forgetDeliveriesBefore, giveUpParts, purgeDeliveries } from '../ingest/shell';
import { day, minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { forgetMessagesBefore, forgetMessagesOf } from '../notifications/shell';
import { readClock } from '../platform/clock';
import { migrate } from '../platform/database';
import { logFailure, logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { purgeScores } from '../scoring/shell';
import { readSettings } from '../settings/shell';
import {
  forgetSightingsBefore,
  purgeDeferrals,
  purgeDuplicatePairs,
  purgeDuplicates,
  purgeOwnership,
  purgeSightings,
  purgeTriage,
} from '../triage/shell';
import { eachProject, longestAgoFirst } from './each-project';
import { forgetPeople } from './forget-people';
import { takeIn } from './installed';
import { countProject } from './reconcile-project';

/** The function may run for 900 s; projects that do not fit are counted by the hourly round. */
const timeForCounting = 10 * minute;
const pointsKept = 2 * day;
const failuresKept = 7 * day;
/** A sender that repeats itself after that long is taken again, and changes nothing. */
const deliveriesKept = 90 * day;
/** What the preview of notifications looks back on. */
const messagesKept = 30 * day;

/** Every day: takes in projects that no event told of, counts every project whole, and lets go of what is not to be kept. */
export function dayPassed(): Promise<void> {
  return countingPoints(async () => {
    await migrate();
    const now = readClock();
    // Each by itself: what fails today is done tomorrow, and nothing else waits for it.
    await step('people', () => forgetPeople(now));
    await step('purge', () => purgeRemoved(now));
    await step('retention', () => forgetOld(now));
    await step('projects', takeIn);
    await step('count', async () => {
      const projects = longestAgoFirst(await allProjects(), ({ countedAt }) => countedAt);
      await eachProject('count', projects, timeForCounting, countProject);
    });
    await step('histories', packAll);
    await step('look-back', async () => {
      const ready = (await allProjects()).filter(({ state }) => state === 'ready');
      await pushMessages(ready.flatMap(({ id }) => (['look-back', 'score'] as const).map((kind) => ({ kind, projectId: id }))));
    });
  });
}

async function step(name: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    logFailure('daily-step-failed', error, { step: name });
  }
}

/** Days are counted with the look back, a message for each project. */
async function packAll(): Promise<void> {
  const ready = (await allProjects()).filter(({ state }) => state === 'ready');
  for (const { id } of ready) await packHistories(id);
}

/** The ledger of a project stays: what was decided was decided. */
async function purgeRemoved(now: Instant): Promise<void> {
  for (const id of await projectsToPurge(now)) {
    await purgeGates(id);
    await purgeAnalyses(id);
    await forgetAttachment(id);
    await purgeFacts(id);
    await purgeSightings(id);
    await purgeDeferrals(id);
    await purgeTriage(id);
    await purgeDuplicates(id);
    await purgeDuplicatePairs(id);
    await purgeOwnership(id);
    await purgeScores(id);
    await purgeDeliveries(id);
    await forgetMessagesOf(id);
    await forgetVersionOrder(id);
    await purgeProject(id);
    logInfo('project-purged', { project: id });
  }
}

async function forgetOld(now: Instant): Promise<void> {
  await forgetPointsBefore(plus(now, -pointsKept));
  await forgetFailedExpressions(plus(now, -failuresKept));
  await forgetMessagesBefore(plus(now, -messagesKept));
  await giveUpParts(plus(now, -day));
  await forgetDeliveriesBefore(plus(now, -deliveriesKept));
  const settings = await readSettings();
  if (settings.kind !== 'ok') return;
  const { accessDays, sightingDays } = settings.settings.retention;
  await forgetAccessesBefore(plus(now, -accessDays * day).slice(0, 10));
  for (const { id } of await allProjects()) await forgetSightingsBefore(id, plus(now, -sightingDays * day));
}
