import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { OriginView } from '../../contracts/origin';
import type { Answer } from '../../contracts/screen';
import { fixVersionsByDefect, versionOrder, versionsOf } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { toldBuilds } from '../../environments/shell';
import { peopleBehind } from '../../governance/shell';
import { day, plus } from '../../kernel/instant';
import { addAffectsVersions, issuesSeenBy, viewerMayEdit } from '../../platform/jira';
import { affectedVersions, changeOf, inReleaseOrder, suggestOrigins } from '../../triage';
import type { OriginChange } from '../../triage';
import {
  affectsVersionsOf,
  causesOf,
  defectSubject,
  failuresOfIssues,
  firstSeen,
  originOf,
  originsOfProject,
} from '../../triage/shell';
import { maySee } from '../access';
import type { Actions } from '../actions';
import { failed, inTrouble, refused, shown } from '../answer';
import { openDefect } from '../open-defect';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { originView, regressionsView } from './view-model';

/** A build holds up to 2,000 commits, so that a few dozen of them may fill an answer. */
const mostBuilds = 60;
const lookedBack = 7 * day;

/** What brought a defect in, as somebody said, or as facts suggest. */
export async function origin({ issueId }: BridgeRequest<'origin'>, viewer: Viewer): Promise<Answer<BridgeView<'origin'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const mayEdit = await viewerMayEdit(issueId);
  return shown(await view(opened.defect, mayEdit.kind === 'ok' && mayEdit.value, viewer));
}

/** Takes a person's word. Jira is asked again whether the person may edit the issue: the screen may be hours old. */
export async function setOrigin(
  { issueId, versionId, change: said }: BridgeRequest<'setOrigin'>,
  actions: Pick<Actions, 'setOrigin'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'setOrigin'>>> {
  const opened = await openToEdit(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const version = (await versionsOf(defect.projectId)).find(({ id }) => id === versionId) ?? null;
  if (versionId !== null && version === null)
    return refused('No such version', 'The versions of the project were changed meanwhile. Reload the page.');
  const change =
    said === null ? null : said.kind === 'typed' ? changeOf(said.text) : await issueChange(said.issueId, defect, viewer);
  if (said !== null && change === null)
    return refused('No such issue', 'It is not linked to this one as its cause, or you may not see it.');
  const { accountId, now } = viewer;
  await actions.setOrigin({ defect, change, version, accountId, now });
  return shown(await view(defect, true, viewer));
}

/** Names in Jira what follows from the origin, as the viewer. */
export async function setAffected(
  { issueId }: BridgeRequest<'setAffected'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'setAffected'>>> {
  const opened = await openToEdit(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const before = await view(defect, true, viewer);
  const missing = before.affected.filter(({ named }) => !named).map(({ id }) => id);
  if (missing.length > 0) {
    const set = await addAffectsVersions(issueId, missing);
    if (set.kind === 'failed')
      return failed('Not set', 'Jira did not take the versions. Look whether the field is on the issue’s edit screen.');
    if (set.kind !== 'ok') return inTrouble(set);
  }
  // The store follows once Jira has told of the change, a moment later.
  return shown({ ...before, affected: before.affected.map((one) => ({ ...one, named: true })) });
}

/** Changes and releases of a project that brought in several defects that the viewer may see. */
export async function regressions(
  { projectId }: BridgeRequest<'regressions'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'regressions'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const [origins, versions] = await Promise.all([originsOfProject(projectId), versionsOf(projectId)]);
  const visible = origins.filter(({ securityLevel }) => maySee(opened.access, securityLevel));
  const issues = [...new Set(visible.flatMap(({ change }) => (change?.kind === 'issue' ? [change.value] : [])))].slice(0, 200);
  const seen = issues.length === 0 ? new Set<string>() : await seenByViewer(issues, viewer);
  return shown(regressionsView({ origins: visible, versions, seen, now: viewer.now }));
}

async function openToEdit(issueId: string, viewer: Viewer): ReturnType<typeof openDefect> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const mayEdit = await viewerMayEdit(issueId);
  if (mayEdit.kind === 'ok' && mayEdit.value) return opened;
  const [title, message] =
    mayEdit.kind === 'ok'
      ? ['No access', 'Only people who may edit this issue in Jira may say what brought the defect in.']
      : ['No answer from Jira', 'Jira did not say whether you may edit this issue. Try again in a minute.'];
  return { kind: 'refused', title, message };
}

/** An issue that is linked as the cause, where the person may see it; null otherwise. */
async function issueChange(issueId: string, defect: StoredDefect, viewer: Viewer): Promise<OriginChange | null> {
  const cause = (await causesOf(defect.id)).find(({ id }) => id === issueId);
  if (cause === undefined || !(await seenByViewer([issueId], viewer)).has(issueId)) return null;
  return { kind: 'issue', value: issueId, label: cause.key };
}

async function seenByViewer(issueIds: readonly string[], { accountId }: Viewer): Promise<Set<string>> {
  const seen = await issuesSeenBy(accountId, issueIds);
  return seen.kind === 'ok' ? seen.value : new Set();
}

async function view(defect: StoredDefect, mayEdit: boolean, viewer: Viewer): Promise<OriginView> {
  const { id, projectId } = defect;
  const failures = (await failuresOfIssues(projectId, [id])).slice(0, 20);
  const subjects = [defectSubject(id), ...failures.map(({ subject }) => subject)];
  const [stored, unordered, sequence, fixes, affects, causes, seen] = await Promise.all([
    ...([originOf(id), versionsOf(projectId), versionOrder(projectId), fixVersionsByDefect([id])] as const),
    ...([affectsVersionsOf(id), causesOf(id), firstSeen(projectId, subjects)] as const),
  ]);
  const versions = inReleaseOrder(unordered, sequence);
  const asked = [...causes.map((cause) => cause.id), ...(stored?.change?.kind === 'issue' ? [stored.change.value] : [])];
  const visible = asked.length === 0 ? new Set<string>() : await seenByViewer([...new Set(asked)], viewer);
  const builds = await buildsAround(projectId, seen[0]?.at ?? null);
  const people = stored === null ? new Map<string, string>() : await peopleBehind([stored.setBy]);
  return originView({
    ...{ stored, versions, mayEdit, visible, people, now: viewer.now },
    suggestions: suggestOrigins({
      ...{ seen, builds, versions, affectsVersionIds: affects, causes: causes.filter((cause) => visible.has(cause.id)) },
    }),
    affected: stored?.versionId == null ? [] : affectedVersions(versions, stored.versionId, fixes.get(id) ?? []),
    affects,
  });
}

/** Builds from some weeks before a defect was seen first: the one that showed it and the one before are among them. */
async function buildsAround(projectId: string, at: string | null) {
  if (at === null) return [];
  const told = await toldBuilds(projectId, { since: plus(at, -lookedBack), oldestFirst: true }, mostBuilds);
  return told.filter(({ state }) => state === 'successful');
}
