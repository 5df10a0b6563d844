import type { BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { allProjects, newestUpdate, oldestMark, pointsUsed, waitingChanges } from '../../defects/shell';
import type { StoredProject } from '../../defects/shell';
import { attachmentOfProject, failedExpressions } from '../../gates/shell';
import { entriesOfKind } from '../../governance/shell';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { appPermissionKeys, grantedPermissions } from '../../platform/jira';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Viewer } from '../viewer';
import { healthView } from './view-model';
import type { ProjectFacts } from './view-model';

/** Workflows of so many projects are looked at for one opening of the page; the hourly round looks at all. */
const mostLooks = 20;
/** Projects whose facts are fetched at the same time. */
const atOnce = 10;

/** Whether Holdpoint can be relied on, for people who administer Jira. */
export async function health(actions: Actions, viewer: Viewer): Promise<Answer<BridgeView<'health'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const { now } = viewer;
  const projects = await allProjects();
  const facts: ProjectFacts[] = [];
  for (let n = 0; n < projects.length; n += atOnce) {
    const some = projects.slice(n, n + atOnce);
    facts.push(...(await Promise.all(some.map((project, k) => factsOf(project, actions, now, n + k < mostLooks)))));
  }
  const settings = await readSettings();
  const used = await pointsUsed(now);
  const failed = await failedExpressions(plus(now, -7 * day));
  return shown(
    healthView({ projects: facts, settings: settings.kind === 'ok' ? settings.settings : null, pointsUsed: used, failed, now }),
  );
}

async function factsOf(project: StoredProject, actions: Actions, now: Instant, look: boolean): Promise<ProjectFacts> {
  const { id } = project;
  // Where Jira does not answer, the page shows what was found the last time, and when that was.
  if (look) await actions.checkAttachment(id, now);
  const waiting = { count: await waitingChanges(id), since: await oldestMark(id) };
  const repairs = await entriesOfKind(id, 'repair', plus(now, -day));
  const keys = await appPermissionKeys(now);
  const granted = keys.kind === 'ok' ? await grantedPermissions(id, keys.value, now) : keys;
  return {
    ...{ project, waiting, repairs },
    newest: await newestUpdate(id),
    attachment: await attachmentOfProject(id),
    granted: granted.kind === 'ok' ? granted.value : null,
  };
}
