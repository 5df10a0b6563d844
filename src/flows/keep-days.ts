import { dayCountsOf, forgetOtherDayCounts, versionsOf } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { between, dayOf, minute } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { logInfo } from '../platform/log';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { defaultSettings } from '../settings';
import { readSettings } from '../settings/shell';
import { lateRules } from '../triage';
import { heldTimes } from '../triage/shell';

const timeForCounting = minute / 2;

/**
 * Counts the past days of a project's releases to come, so that whoever looks finds them counted: all of them the first time, later those
 * whose defects changed or that a day was added to. What is not reached in time is counted the next time, or when somebody looks.
 */
export async function keepDays(project: StoredProject): Promise<JiraOutcome<null>> {
  if (project.state !== 'ready') return ok(null);
  const start = readClock();
  const settings = await readSettings();
  const { slaTargetDays } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const versions = await versionsOf(project.id);
  const rules = lateRules(await heldTimes(project.id), slaTargetDays);
  for (const { id } of versions.filter(({ released, archived }) => !released && !archived)) {
    if (between(start, readClock()) > timeForCounting) {
      logInfo('days-out-of-time', { project: project.id });
      break;
    }
    await dayCountsOf({ projectId: project.id, versionId: id }, rules, dayOf(start));
  }
  await forgetOtherDayCounts(
    project.id,
    versions.map(({ id }) => id),
  );
  return ok(null);
}
