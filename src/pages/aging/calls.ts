import type { DefectAgingView } from '../../contracts/aging';
import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import {
  assigneesOf,
  componentsOfDefects,
  defectsOfVersion,
  historiesOf,
  kindsOf,
  knownStatuses,
  summariesOf,
  typesOfDefects,
  versionsOf,
} from '../../defects/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { shown } from '../answer';
import { projectHistory } from '../charts/project-history';
import type { ProjectHistory } from '../charts/visible-history';
import { openDefect } from '../open-defect';
import type { OpenedDefect } from '../open-defect';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { baseDay } from './base-day';
import { closedOf, closedOnesThen } from './closed-ones';
import { defectAgingView, defectThen } from './defect-view';
import type { AgedDefect } from './defect-view';
import { keptClosedOnes } from './kept-closed-ones';
import { ofKind } from './kinds';
import type { Kinds } from './kinds';
import { standingAt } from './standing';
import { agingView, oldestIds, shownOf } from './view-model';

/** How old open defects are, against how long closed ones took. */
export async function aging(request: BridgeRequest<'aging'>, viewer: Viewer): Promise<Answer<BridgeView<'aging'>>> {
  const { projectId, severity, type, component, release, by, level } = request;
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, now);
  const [history, settings, releases, planned, kinds] = await Promise.all([
    projectHistory(projectId, access),
    readSettings(),
    versionsOf(projectId),
    release === null ? null : defectsOfVersion(release),
    readKinds(request),
  ]);
  const firstDay = firstDayOf(history, now);
  const base = baseDay(request.day, firstDay, now);
  const standing = standingAt(ofKind(history, { type, component }, kinds), base.at);
  const ofRelease = planned === null ? null : new Set(planned.map(({ id }) => id));
  const choice = { severity, type, component, release, by, level, ofRelease };
  const open = shownOf(standing, choice);
  const summaries = await summariesOf(oldestIds(open));
  const { defectTypes } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const facts = { project, standing, kinds, base, firstDay, choice, summaries, releases, defectTypes, revision, now };
  return shown(agingView(facts, open));
}

/** Which defect is of which kind is read only where something is chosen or drawn by it. */
async function readKinds({ projectId, type, component, by }: BridgeRequest<'aging'>): Promise<Kinds> {
  const [names, typeOf, componentsOf] = await Promise.all([
    kindsOf(projectId),
    type !== null || by === 'type' ? typesOfDefects(projectId) : new Map<string, string>(),
    component !== null || by === 'component' ? componentsOfDefects(projectId) : new Map<string, string[]>(),
  ]);
  return { ...names, typeOf, componentsOf };
}

/** The same of one defect, today or at the end of a day. */
export async function defectAging(
  { issueId, day }: BridgeRequest<'defectAging'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'defectAging'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  if (day !== null) return shown(await defectOnDay(day, opened, viewer));
  if (!defect.open) return shown({ kind: 'closed' });
  const { now } = viewer;
  const [histories, assignees, statuses, closed] = await Promise.all([
    historiesOf([issueId]),
    assigneesOf([issueId]),
    knownStatuses(),
    keptClosedOnes(opened.project, opened.access, now),
  ]);
  const severity = defect.severity ?? 'none';
  const aged: AgedDefect = {
    ...{ key: defect.key, summary: defect.summary, severity, assignee: assignees.get(issueId) ?? null },
    ...{ created: Date.parse(defect.createdAt), status: histories.get(issueId)?.status ?? [] },
  };
  return shown(defectAgingView({ defect: aged, statuses, closed: closedOf(closed, severity), at: Date.parse(now), now }));
}

/** A past day is told from the history of the whole project, as its closed ones were then. */
async function defectOnDay(day: string, { defect, project, access }: OpenedDefect, { now }: Viewer): Promise<DefectAgingView> {
  const history = await projectHistory(project.id, access);
  const standing = standingAt(history, baseDay(day, firstDayOf(history, now), now).at);
  const then = defectThen(standing, defect.id, defect.summary);
  if (then === null) return { kind: 'unknown' };
  const closed = closedOf(closedOnesThen(standing), then.severity);
  return defectAgingView({ defect: then, statuses: history.statuses, closed, at: standing.at, now });
}

/** The day (UTC) of the first defect; today where there is none. */
function firstDayOf({ created }: ProjectHistory, now: string): string {
  const first = created.reduce((earliest, moment) => Math.min(earliest, moment), Date.parse(now));
  return new Date(first).toISOString().slice(0, 10);
}
