import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { FreezeView } from '../../contracts/freeze';
import type { Answer } from '../../contracts/screen';
import { versionById } from '../../defects/shell';
import { viewerMayEdit } from '../../platform/jira';
import { maySee } from '../access';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { csvLines } from '../decisions/csv';
import { defectsBy } from '../deferrals/read';
import { openDefect } from '../open-defect';
import { openProject } from '../open-project';
import type { OpenProject } from '../open-project';
import type { Viewer } from '../viewer';
import { freezeFacts } from './read';
import { csvHead, csvRows, freezeView } from './view-model';

type Opened =
  | { readonly kind: 'open'; readonly view: FreezeView; readonly versionName: string; readonly projectKey: string }
  | Exclude<OpenProject, { kind: 'open' }>;

async function openFreeze(place: { projectId: string; versionId: string }, viewer: Viewer): Promise<Opened> {
  const opened = await openProject(place.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(place.versionId);
  if (version?.projectId !== place.projectId)
    return {
      ...{ kind: 'refused', title: 'No such release' },
      message: 'This project has no such version. It may have been deleted or merged into another.',
    };
  const view = freezeView(await freezeFacts(version, viewer.now), { ...viewer, access: opened.access });
  return { kind: 'open', view, versionName: version.name, projectKey: opened.project.key };
}

/** Since when a release is frozen, what was tried, what was let in, and what came in anyway. */
export async function freeze(request: BridgeRequest<'freeze'>, viewer: Viewer): Promise<Answer<BridgeView<'freeze'>>> {
  const opened = await openFreeze(request, viewer);
  return opened.kind === 'open' ? shown(opened.view) : opened;
}

/** The same as a file. */
export async function exportFreeze(
  request: BridgeRequest<'exportFreeze'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'exportFreeze'>>> {
  const opened = await openFreeze(request, viewer);
  if (opened.kind !== 'open') return opened;
  const rows = csvRows(opened.view);
  const name = opened.versionName.replaceAll(/[^\w.-]+/g, '-');
  return shown({
    text: csvLines([csvHead, ...rows]),
    fileName: `${opened.projectKey}-${name}-freeze-${viewer.now.slice(0, 10)}.csv`,
    ...{ rows: rows.length, hidden: opened.view.hidden },
  });
}

export async function changeFreeze(
  request: BridgeRequest<'changeFreeze'>,
  actions: Pick<Actions, 'changeFreeze'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'changeFreeze'>>> {
  const opened = await openProject(request.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const done = await actions.changeFreeze({ ...request, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

/** Jira is asked again whether the person may edit the issue: the screen may be hours old. */
export async function askException(
  { issueId, versionId, because, hours }: BridgeRequest<'askException'>,
  actions: Pick<Actions, 'requestException'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'askException'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const mayEdit = await viewerMayEdit(issueId);
  if (mayEdit.kind !== 'ok') return inTrouble(mayEdit);
  if (!mayEdit.value) return refused('Not allowed', 'Jira does not let you edit this issue, so you cannot ask for an exception.');
  const { projectId } = opened.defect;
  const done = await actions.requestException({ projectId, versionId, defectId: issueId, wish: { because, hours }, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

export async function decideException(
  request: BridgeRequest<'decideException'>,
  actions: Pick<Actions, 'decideFreezeException'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'decideException'>>> {
  const { projectId, versionId, defectId } = request;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const defect = (await defectsBy([defectId])).get(defectId);
  if (defect === undefined || !maySee(opened.access, defect.securityLevel))
    return refused('No such defect', 'Holdpoint follows no such defect that you may see.');
  const command = request.act === 'approve' ? { act: request.act } : { act: request.act, because: request.because };
  const done = await actions.decideFreezeException({ projectId, versionId, defectId, command, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}
