import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionById } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { buildsOfReleases, deploymentSteps } from '../../environments/shell';
import { standingsOf } from '../../gates';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { refused, shown } from '../answer';
import { decisionsAbout } from '../decisions/calls';
import { mostSteps } from '../deployments/read';
import { openProject } from '../open-project';
import type { OpenProject } from '../open-project';
import { deploymentsOfRelease } from '../release-deployments/view-model';
import type { Viewer } from '../viewer';
import { deployedRows, trackView } from './view-model';

/** Builds and deployments of one release that are looked at; entries of a page. */
const most = { builds: 40, deployments: 200, entries: 20 };

/** Where a release stands on its way. */
export async function releaseTrack(
  { projectId, versionId }: BridgeRequest<'releaseTrack'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'releaseTrack'>>> {
  const opened = await openRelease(projectId, versionId, viewer);
  if (opened.kind !== 'open') return opened;
  const { stages, all, builds, version } = await deployed(projectId, opened.version);
  const standings = standingsOf(all, stages, { name: version.name, builds });
  return shown(trackView({ stages, standings, told: all.length > 0, now: viewer.now }));
}

/** What happened to a release. */
export async function releaseTimeline(
  { projectId, versionId, before }: BridgeRequest<'releaseTimeline'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'releaseTimeline'>>> {
  const opened = await openRelease(projectId, versionId, viewer);
  if (opened.kind !== 'open') return opened;
  const page = await decisionsAbout(opened, versionId, before, most.entries);
  if (before !== null) return shown({ now: viewer.now, ...page, deployments: [] });
  const { stages, all, builds, version } = await deployed(projectId, opened.version);
  const mine = deploymentsOfRelease({ all, version: version.name, builds });
  return shown({ now: viewer.now, ...page, deployments: deployedRows(mine.slice(0, most.deployments), stages) });
}

async function deployed(projectId: string, version: StoredVersion) {
  const [steps, builds, settings] = await Promise.all([
    deploymentSteps(projectId, version.name, mostSteps),
    buildsOfReleases(projectId, [version.name], most.builds),
    readSettings(),
  ]);
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return { stages, all: deploymentsOf(steps), builds: builds.get(version.name) ?? [], version };
}

type OpenRelease =
  (Extract<OpenProject, { kind: 'open' }> & { readonly version: StoredVersion }) | Exclude<OpenProject, { kind: 'open' }>;

async function openRelease(projectId: string, versionId: string, viewer: Viewer): Promise<OpenRelease> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version !== null && version.projectId === projectId) return { ...opened, version };
  const gone = refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  return gone.kind === 'ok' ? { kind: 'failed', title: 'Nothing to show', message: 'Reload the page.' } : gone;
}
