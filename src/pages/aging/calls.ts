import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsOfVersion, summariesOf, versionsOf } from '../../defects/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { shown } from '../answer';
import { projectHistory } from '../charts/project-history';
import type { ProjectHistory } from '../charts/visible-history';
import { openDefect } from '../open-defect';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { baseDay } from './base-day';
import { defectAgingView } from './defect-view';
import { standingAt } from './standing';
import { agingView, oldestIds, shownOf } from './view-model';

/** How old open defects are, against how long closed ones took. */
export async function aging(request: BridgeRequest<'aging'>, viewer: Viewer): Promise<Answer<BridgeView<'aging'>>> {
  const { projectId, severity, release, by } = request;
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, now);
  const [history, settings, releases, planned] = await Promise.all([
    projectHistory(projectId, access),
    readSettings(),
    versionsOf(projectId),
    release === null ? null : defectsOfVersion(release),
  ]);
  const firstDay = firstDayOf(history, now);
  const base = baseDay(request.day, firstDay, now);
  const standing = standingAt(history, base.at);
  const choice = { severity, release, by, ofRelease: planned === null ? null : new Set(planned.map(({ id }) => id)) };
  const open = shownOf(standing, choice);
  const summaries = await summariesOf(oldestIds(open));
  const { defectTypes } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(agingView({ project, standing, base, firstDay, choice, summaries, releases, defectTypes, revision, now }, open));
}

/** The same of one defect, today or at the end of a day. */
export async function defectAging(
  { issueId, day }: BridgeRequest<'defectAging'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'defectAging'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, project, access } = opened;
  if (!defect.open && day === null) return shown({ kind: 'closed' });
  const history = await projectHistory(project.id, access);
  const base = baseDay(day, firstDayOf(history, viewer.now), viewer.now);
  return shown(defectAgingView(standingAt(history, base.at), issueId, defect.summary, viewer.now));
}

/** The day (UTC) of the first defect; today where there is none. */
function firstDayOf({ created }: ProjectHistory, now: string): string {
  const first = created.reduce((earliest, moment) => Math.min(earliest, moment), Date.parse(now));
  return new Date(first).toISOString().slice(0, 10);
}
