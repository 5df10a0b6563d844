import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsOfVersion, versionById } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { defaultFixedBy, deploymentsOf } from '../../environments';
import { commitsNaming, deploymentSteps, toldBuilds, toldCommits, toldIncidents } from '../../environments/shell';
import { isFinal, ok, searchIds } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import { inTrouble, refused, shown } from '../answer';
import { mostSteps, visibleIncidents } from '../deployments/read';
import { openProject } from '../open-project';
import { deploymentsOfRelease } from '../release-deployments/view-model';
import type { Viewer } from '../viewer';
import { traceabilityView } from './view-model';

/** A commit has a few hundred bytes; a build holds up to 2,000 commits. */
const most = { commits: 2000, builds: 40, incidents: 100 };

export async function traceability(
  { projectId, versionId }: BridgeRequest<'traceability'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'traceability'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) {
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  }
  const [defects, newest, builds, steps, incidents] = await Promise.all([
    defectsOfVersion(versionId),
    toldCommits(projectId, most.commits),
    toldBuilds(projectId, { version: version.name }, most.builds),
    deploymentSteps(projectId, version.name, mostSteps),
    toldIncidents(projectId, most.incidents),
  ]);
  const done = defects.filter(({ category }) => category === 'done');
  const fixed = await fixedOf(version.id, newest.length > 0 ? done : []);
  if (fixed.kind !== 'ok') return inTrouble(fixed);
  const naming = await commitsNaming(
    projectId,
    done.map(({ key }) => key),
  );
  const commits = new Map(
    [...newest, ...naming].map((commit) => [JSON.stringify([commit.sha, commit.repository, commit.branch]), commit]),
  );
  const deployments = deploymentsOf(steps);
  return shown(
    traceabilityView({
      ...{ project, version, defects, builds, deployments, access, fixed: fixed.value, now: viewer.now },
      commits: [...commits.values()],
      cutAt: newest.length === most.commits ? most.commits : null,
      released: deploymentsOfRelease({ all: deployments, version: version.name, builds }),
      incidents: await visibleIncidents(projectId, incidents, access),
    }),
  );
}

/** Ids of the done defects of a version that were resolved by a change in the code: the store does not know resolutions, Jira does. */
async function fixedOf(versionId: string, done: readonly StoredDefect[]): Promise<JiraOutcome<ReadonlySet<string>>> {
  if (done.length === 0) return ok(new Set());
  const ids = new Set<string>();
  for (const name of defaultFixedBy) {
    const found = await searchIds(`fixVersion = ${versionId} AND statusCategory = Done AND resolution = "${name}"`);
    // A site need not have a resolution of that name.
    if (found.kind !== 'ok' && !isFinal(found)) return found;
    if (found.kind === 'ok') for (const id of found.value) ids.add(id);
  }
  return ok(new Set(done.flatMap(({ id }) => (ids.has(id) ? [id] : []))));
}
