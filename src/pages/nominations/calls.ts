import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionsOf } from '../../defects/shell';
import { nominationsOf, nominationsOfDefect } from '../../gates/shell';
import { peopleBehind } from '../../governance/shell';
import { viewerMayEdit } from '../../platform/jira';
import { isComing } from '../../triage';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { defectsBy } from '../deferrals/read';
import { openDefect } from '../open-defect';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { maySee } from '../access';
import { eventsOf, inOrder } from './view-model';

/** What people take for blockers of a release, and what became of it. */
export async function nominations(
  { projectId, versionId }: BridgeRequest<'nominations'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'nominations'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { access } = opened;
  const found = (await nominationsOf([versionId])).filter((nomination) => nomination.projectId === projectId);
  const defects = await defectsBy(found.map(({ defectId }) => defectId));
  const people = await peopleBehind([...new Set(found.flatMap(({ events }) => events.map(({ who }) => who)))]);
  const known = found.filter(({ defectId }) => defects.has(defectId));
  const seen = known.flatMap(({ defectId, state, events }) => {
    const defect = defects.get(defectId);
    if (defect === undefined || !maySee(access, defect.securityLevel)) return [];
    const { id, key, summary, open, severity } = defect;
    return [{ defect: { id, key, summary, open, severity }, state, events: eventsOf(events, people) }];
  });
  return shown({
    ...{ now: viewer.now, mayDecide: access.may.liftHolds },
    nominations: inOrder(seen),
    hidden: known.length - seen.length,
  });
}

/** For which releases a defect is nominated, and for which it can be. */
export async function defectNominations(
  { issueId }: BridgeRequest<'defectNominations'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'defectNominations'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const mayEdit = await viewerMayEdit(issueId);
  const found = (await nominationsOfDefect(issueId)).filter(({ projectId }) => projectId === defect.projectId);
  const people = await peopleBehind([...new Set(found.flatMap(({ events }) => events.map(({ who }) => who)))]);
  const releases = (await versionsOf(defect.projectId)).filter(isComing);
  return shown({
    now: viewer.now,
    mayNominate: defect.open && releases.length > 0 && mayEdit.kind === 'ok' && mayEdit.value,
    releases: releases.map(({ id, name }) => ({ id, name })),
    nominations: found.map(({ version, state, events }) => ({ version, state, events: eventsOf(events, people) })),
  });
}

/** Jira is asked again whether the person may edit the issue: the screen may be hours old. */
export async function nominate(
  { issueId, versionId, because }: BridgeRequest<'nominate'>,
  actions: Pick<Actions, 'nominateBlocker'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'nominate'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const mayEdit = await viewerMayEdit(issueId);
  if (mayEdit.kind !== 'ok') return inTrouble(mayEdit);
  if (!mayEdit.value) return refused('Not allowed', 'Jira does not let you edit this issue, so you cannot nominate it.');
  const { projectId } = opened.defect;
  const done = await actions.nominateBlocker({ projectId, versionId, defectId: issueId, because, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

/** Grants a nomination or refuses it. */
export async function decideNomination(
  { projectId, versionId, defectId, act, because }: BridgeRequest<'decideNomination'>,
  actions: Pick<Actions, 'decideNomination'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'decideNomination'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const defect = (await defectsBy([defectId])).get(defectId);
  if (defect === undefined || !maySee(opened.access, defect.securityLevel))
    return refused('No such defect', 'Holdpoint follows no such defect that you may see.');
  const done = await actions.decideNomination({ projectId, versionId, defectId, act, because, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}
