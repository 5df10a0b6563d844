import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { ScopeView } from '../../contracts/scope';
import { usualScope } from '../../contracts/scope-settings';
import type { Answer } from '../../contracts/screen';
import { defectsOfVersion, versionOrder, versionsOf } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import { plannedNow } from '../../platform/jira';
import { scoresOf } from '../../scoring/shell';
import { clockCalendarOf } from '../../settings';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { inReleaseOrder } from '../../triage';
import { maySee } from '../access';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { nextRelease, settingsOf, toCome } from '../forecast/facts';
import { openProject } from '../open-project';
import type { OpenProject } from '../open-project';
import type { Viewer } from '../viewer';
import { scopeModel, withoutIssues } from './model';
import type { ScopeModel, ScopeSources } from './model';
import { readScope } from './reading';
import { reasonProblem } from './reason';
import { bareView, scopeView } from './view-model';
import { scopeBriefly } from './words';

type Opened = Extract<OpenProject, { kind: 'open' }>;

/** What a release holds against what can be finished by its date, and what would have to leave. */
export async function scope(
  { projectId, versionId }: BridgeRequest<'scope'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'scope'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project } = opened;
  const { now } = viewer;
  const versions = await versionsInOrder(projectId);
  const version = versionId === null ? nextRelease(versions, now) : (versions.find(({ id }) => id === versionId) ?? null);
  if (versionId !== null && version === null) return noSuchRelease();
  const bare = { project, versions, version, now };
  if (version === null) return shown(bareView(bare, 'no-release'));
  if (version.released) return shown(bareView(bare, 'released'));
  if (project.state !== 'ready') return shown(bareView(bare, 'not-read'));
  const read = await readRelease(opened, version, versions, viewer);
  if (read.kind !== 'ok') return read;
  return shown(scopeView({ ...bare, version, ...read.view }));
}

/** The scope of a release that is still to come, of a project that has been read. */
export async function scopeOfRelease(opened: Opened, version: StoredVersion, viewer: Viewer): Promise<Answer<ScopeView>> {
  const versions = await versionsInOrder(opened.project.id);
  const read = await readRelease(opened, version, versions, viewer);
  if (read.kind !== 'ok') return read;
  return shown(scopeView({ project: opened.project, versions, now: viewer.now, version, ...read.view }));
}

/** Moves issues of a release to another. Jira decides for each whether the viewer may. */
export async function moveScope(
  { projectId, versionId, toVersionId, issueIds, because, requestId }: BridgeRequest<'moveScope'>,
  actions: Pick<Actions, 'changeScope'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'moveScope'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const versions = await versionsInOrder(projectId);
  const from = versions.find(({ id }) => id === versionId);
  const to = versions.find(({ id }) => id === toVersionId);
  if (from === undefined || to === undefined || from.id === to.id) return noSuchRelease();
  if (to.released || to.archived) return refused('Already released', `${to.name} is released: nothing can be planned for it.`);
  const problem = reasonProblem(because);
  if (problem !== null) return shown({ kind: 'invalid', problem });
  const read = await readRelease(opened, from, versions, viewer);
  if (read.kind !== 'ok') return read;
  const { model } = read.view;
  const here = await plannedNow(issueIds, versionId);
  if (here.kind !== 'ok') return inTrouble(here);
  const issues = model.planned.filter(({ id }) => issueIds.includes(id) && here.value.has(id));
  const moved = await actions.changeScope({
    ...{ projectId, from, to, because, requestId, issueIds, accountId: viewer.accountId, now: viewer.now },
    issues: issues.map(({ id, key, securityLevel }) => ({ id, key, securityLevel })),
    scopeWithout: (gone) => scopeBriefly(withoutIssues(model, gone), model.unit),
  });
  return shown({
    kind: 'done',
    results: issueIds.map((issueId) => ({
      issueId,
      key: issues.find(({ id }) => id === issueId)?.key ?? null,
      problem: problemOf(moved.get(issueId) ?? 'not-planned', from.name),
    })),
  });
}

function problemOf(outcome: 'moved' | 'not-planned' | 'gone' | 'refused' | 'busy' | 'failed', from: string): string | null {
  switch (outcome) {
    case 'moved':
      return null;
    case 'not-planned':
      return `It is not open and planned for ${from} any more.`;
    case 'gone':
    case 'refused':
      return 'Jira does not let you edit it.';
    case 'busy':
      return 'Jira asked to wait. Try this one again in a minute.';
    case 'failed':
      return 'Jira did not take the change. Look whether the fix version is on the issue’s edit screen.';
  }
}

interface Release {
  readonly sources: ScopeSources;
  readonly model: ScopeModel;
  readonly hidden: number;
}

async function readRelease(
  { project, access }: Opened,
  version: StoredVersion,
  versions: readonly StoredVersion[],
  { now }: Viewer,
): Promise<Answer<Release>> {
  const settings = settingsOf(await readSettings());
  const { defectTypes, releaseTypes } = settings;
  const { unit: wanted, defectShare } = scopeOf(settings, project.id);
  const earlier = dueBefore(versions, version);
  const [stored, reading] = await Promise.all([
    defectsOfVersion(version.id),
    readScope({
      ...{ projectId: project.id, versionId: version.id, earlier: earlier.map(({ id }) => id) },
      ...{ defectTypes, releaseTypes, unit: wanted, now },
    }),
  ]);
  if (reading.kind !== 'ok') return inTrouble(reading);
  const planned = stored.filter(({ id }) => !reading.value.left.has(id));
  const defects = planned.filter(({ securityLevel }) => maySee(access, securityLevel));
  const scores = await scoresOf(defects.filter(({ open }) => open).map(({ id }) => id));
  const sources: ScopeSources = {
    ...{ version, earlier, defects, reading: reading.value, wanted, share: defectShare / 100, now },
    scores: new Map([...scores].map(([id, { score }]) => [id, score])),
    calendar: clockCalendarOf(settings),
  };
  return shown({ sources, model: scopeModel(sources), hidden: planned.length - defects.length });
}

function scopeOf({ scope: { projects } }: Settings, projectId: string) {
  return projects[projectId] ?? usualScope;
}

/** Releases still to come that are due before this one, also those that are late. */
function dueBefore(versions: readonly StoredVersion[], version: StoredVersion): StoredVersion[] {
  const date = version.releaseDate;
  if (date === null) return [];
  return toCome(versions).filter(({ id, releaseDate }) => id !== version.id && releaseDate !== null && releaseDate < date);
}

async function versionsInOrder(projectId: string): Promise<StoredVersion[]> {
  const [versions, sequence] = await Promise.all([versionsOf(projectId), versionOrder(projectId)]);
  return inReleaseOrder(versions, sequence);
}

function noSuchRelease(): Answer<never> {
  return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
}
