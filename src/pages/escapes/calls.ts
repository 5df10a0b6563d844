import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionOrder, versionsOf } from '../../defects/shell';
import { deploymentStepsSince } from '../../environments/shell';
import { day, plus } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { inReleaseOrder } from '../../triage';
import { originsOfProject, sightingMoments } from '../../triage/shell';
import { refused, shown } from '../answer';
import { projectHistory } from '../charts/project-history';
import { openProject } from '../open-project';
import type { OpenProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { recurrenceDays } from './recurring';
import { escapeDefectsView } from './selection';
import { escapesView } from './view-model';
import type { EscapesFacts } from './view-model';

/** About 10 MB; who deploys more often is looked at for a shorter time. */
const mostSteps = 20_000;

/** What was found only after a release, where it came from, and what comes back. */
export async function escapes(request: BridgeRequest<'escapes'>, viewer: Viewer): Promise<Answer<BridgeView<'escapes'>>> {
  const opened = await openProject(request.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { window, stage, versionId } = request;
  return shown(escapesView(await factsOf(opened, viewer), { window, stage, versionId }));
}

/** The defects behind a figure of the screen. */
export async function escapeDefects(
  request: BridgeRequest<'escapeDefects'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'escapeDefects'>>> {
  const opened = await openProject(request.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { window, stage, selection } = request;
  const view = escapeDefectsView(await factsOf(opened, viewer), { window, stage }, selection);
  return view === null
    ? refused('Not there any more', 'The releases or stages were changed meanwhile. Reload the page.')
    : shown(view);
}

async function factsOf(opened: Extract<OpenProject, { kind: 'open' }>, { now }: Viewer): Promise<EscapesFacts> {
  const { project, access } = opened;
  const { id } = project;
  const revision = await revisionOf(project, now);
  const lookedBack = plus(now, -recurrenceDays * day);
  const [history, origins, versions, sequence, told, sightings, settings] = await Promise.all([
    ...([projectHistory(id, access), originsOfProject(id), versionsOf(id), versionOrder(id)] as const),
    ...([deploymentStepsSince(id, lookedBack, mostSteps), sightingMoments(id, lookedBack), readSettings()] as const),
  ]);
  return {
    ...{ project, revision, history, named: history.named, sightings, now, steps: told.steps, since: told.since },
    origins: new Map(origins.flatMap(({ defectId, versionId }) => (versionId === null ? [] : [[defectId, versionId] as const]))),
    versions: inReleaseOrder(versions, sequence),
    stages: (settings.kind === 'ok' ? settings.settings : defaultSettings).stages,
  };
}
