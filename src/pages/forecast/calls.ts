import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { usersAffectedIn } from '../../defects/shell';
import { freezeCauseWords, frozenTimes } from '../../gates';
import { freezesOf } from '../../gates/shell';
import { viewerIsAdmin } from '../../platform/jira';
import { readSettings } from '../../settings/shell';
import { originsOfProject } from '../../triage/shell';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { nextRelease, pastEscapes, settingsOf } from './facts';
import { lookedAtKept } from './kept';
import { releaseFacts, versionsInOrder } from './read';
import { bareView, forecastLine as lineOf, forecastView, freezeAhead } from './view-model';

/** When will the blockers of a release be closed, and is a delay worth it? */
export async function forecast(
  { projectId, versionId }: BridgeRequest<'forecast'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'forecast'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { now } = viewer;
  const { project } = opened;
  const revision = await revisionOf(project, now);
  const [versions, settings, admin] = await Promise.all([versionsInOrder(projectId), readSettings(), viewerIsAdmin()]);
  const version = versionId === null ? nextRelease(versions, now) : (versions.find(({ id }) => id === versionId) ?? null);
  if (versionId !== null && version === null) return noSuchRelease();
  const freeze = version === null ? null : (settingsOf(settings).forecast.freezes[version.id] ?? null);
  const frozen = version === null ? [] : await frozenOf(version.id);
  const common = { freeze, frozen, mayEdit: admin.kind === 'ok' && admin.value && settings.kind === 'ok', revision };
  const bare = { project, versions, version, now, ...common };
  if (version === null) return shown(bareView(bare, 'no-release'));
  if (version.released) return shown(bareView(bare, 'released'));
  if (project.state !== 'ready') return shown(bareView(bare, 'not-read'));
  const [facts, origins, users] = await Promise.all([
    releaseFacts(opened, version, versions, viewer),
    originsOfProject(projectId),
    usersAffectedIn(projectId),
  ]);
  const from = new Map(origins.flatMap((one) => (one.versionId === null ? [] : [[one.defectId, one.versionId] as const])));
  const escapes = pastEscapes(facts, facts.history.named, from, users);
  return shown(forecastView({ ...facts, ...common, escapes }, await lookedAtKept(facts)));
}

/** The same in a line, for a part of *Readiness*. */
export async function forecastLine(
  { projectId, versionId }: BridgeRequest<'forecastLine'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'forecastLine'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const versions = await versionsInOrder(projectId);
  const version = versions.find(({ id }) => id === versionId);
  if (version === undefined) return noSuchRelease();
  if (version.released || opened.project.state !== 'ready') return shown({ sentence: '', isForecast: false });
  const facts = await releaseFacts(opened, version, versions, viewer);
  const freeze = settingsOf(facts.settings).forecast.freezes[version.id] ?? null;
  const frozen = await frozenOf(version.id);
  return shown(lineOf(facts, freezeAhead({ freeze, frozen }), await lookedAtKept(facts)));
}

/** When a release was frozen, or is. */
async function frozenOf(versionId: string): Promise<BridgeView<'forecast'>['frozen']> {
  const times = (await freezesOf([versionId])).flatMap(frozenTimes);
  return times.map(({ cause, since, until, byRelease }) => ({ since, until, how: freezeCauseWords[cause], byRelease }));
}

function noSuchRelease(): Answer<never> {
  return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
}
