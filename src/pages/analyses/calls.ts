import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { AnalysisView } from '../../contracts/analyses';
import type { Answer } from '../../contracts/screen';
import { versionById, versionOrder, versionsOf } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import { releaseBefore } from '../../gates';
import { analysisOf, peopleBehind, pseudonymOf } from '../../governance/shell';
import { newId } from '../../platform/identity';
import { viewerMayEditIn } from '../../platform/jira';
import { inReleaseOrder } from '../../triage';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { OpenProject } from '../open-project';
import type { Viewer } from '../viewer';
import { analysisView } from './view-model';

type Opened = Extract<OpenProject, { kind: 'open' }>;
type Needed = Pick<Actions, 'changeAnalysis' | 'escapesKnown'>;

/** The analysis of what escaped from a release. */
export async function analysis(
  { projectId, versionId, which }: BridgeRequest<'analysis'>,
  actions: Needed,
  viewer: Viewer,
): Promise<Answer<BridgeView<'analysis'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await (which === 'own' ? versionById(versionId) : shippedBefore(projectId, versionId, viewer));
  if (version === null && which === 'before')
    return refused(
      'No release before',
      'No release of this project was shipped before this one, so there is nothing to analyse.',
    );
  return version?.projectId === projectId ? shown(await viewOf(opened, version, actions, viewer)) : noSuchRelease();
}

/** Writes in it, submits it, approves it or returns it. */
export async function changeAnalysis(
  request: BridgeRequest<'changeAnalysis'>,
  actions: Needed,
  viewer: Viewer,
): Promise<Answer<BridgeView<'changeAnalysis'>>> {
  const { projectId, versionId, revision } = request;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version?.projectId !== projectId) return noSuchRelease();
  const changed = await actions.changeAnalysis({ projectId, versionId, revision, command: request, ...viewer });
  if (changed.kind !== 'ok') return inTrouble(changed);
  const { value } = changed;
  if (value.kind === 'refused') return shown({ ...value, problems: [...value.problems] });
  return shown({ ...value, view: await viewOf(opened, version, actions, viewer) });
}

async function shippedBefore(projectId: string, versionId: string, { now }: Viewer): Promise<StoredVersion | null> {
  const [versions, sequence] = await Promise.all([versionsOf(projectId), versionOrder(projectId)]);
  return releaseBefore(inReleaseOrder(versions, sequence), versionId, now);
}

function noSuchRelease<View>(): Answer<View> {
  return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
}

async function viewOf(
  { project, access }: Opened,
  version: StoredVersion,
  actions: Needed,
  { accountId, now }: Viewer,
): Promise<AnalysisView> {
  const [stored, mayEdit] = [await analysisOf(version.id), await viewerMayEditIn(project.id)];
  const { authors = [], events = [], content } = stored ?? {};
  const named = [...authors, ...events.map(({ who }) => who), ...(content?.actions ?? []).map(({ owner }) => owner)];
  return analysisView({
    ...{ project, version, analysis: stored, now },
    known: await actions.escapesKnown(version, now),
    people: await peopleBehind([...new Set(named)]),
    viewer: stored === null ? null : await pseudonymOf(accountId, newId()),
    mayEdit: mayEdit.kind === 'ok' && mayEdit.value,
    mayDecide: access.may.liftHolds,
  });
}
