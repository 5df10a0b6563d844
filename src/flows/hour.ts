import { allProjects, countingPoints, noteReconciled } from '../defects/shell';
import { between, day, minute } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { migrate } from '../platform/database';
import { checkAttachment } from './check-attachment';
import { eachProject, longestAgoFirst } from './each-project';
import { countProject } from './reconcile-project';
import { keepDays } from './keep-days';
import { wakeDuplicates } from './keep-duplicates';
import { refreshProject } from './refresh-project';

/** The function may run for 900 s; projects that do not fit come first the next time. */
const timeForReading = 8 * minute;
const timeForLooking = 2 * minute;
const timeForCounting = 3 * minute;
const timeForDays = minute / 2;
/** The daily round did not come to a project, or failed with it: the next hours try again. */
const countIsLate = day + 90 * minute;

/**
 * Every hour: compares every project with what changed in Jira since the last hour, looks whether the gates are attached, and counts days
 * anew where changes touched them.
 */
export function hourPassed(): Promise<void> {
  return countingPoints(async () => {
    await migrate();
    const projects = longestAgoFirst(await allProjects(), ({ reconciledAt }) => reconciledAt);
    const reached = await eachProject('reconcile', projects, timeForReading, async (project) => {
      const refreshed = await refreshProject(project, 'hourly');
      if (refreshed.kind === 'ok') await noteReconciled(project.id, refreshed.value);
      await wakeDuplicates(project.id);
      return refreshed;
    });
    if (!reached) return;
    const looked = await eachProject('check-attachment', projects, timeForLooking, ({ id }) => checkAttachment(id, readClock()));
    if (!looked) return;
    const now = readClock();
    const late = projects.filter(({ countedAt }) => countedAt !== null && between(countedAt, now) > countIsLate);
    await eachProject(
      'count',
      longestAgoFirst(late, ({ countedAt }) => countedAt),
      timeForCounting,
      countProject,
    );
    await eachProject('days', projects, timeForDays, keepDays);
  });
}
