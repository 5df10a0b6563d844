import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { issuesById, versionsOf } from '../../defects/shell';
import type { NamedIssue } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { deploymentSteps, toldBuilds, toldIncidents, toldRuns } from '../../environments/shell';
import { maySeeIssue } from '../../platform/jira';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { latestFailures, sightingPlaces, sightingTotals } from '../../triage/shell';
import type { StoredFailure } from '../../triage/shell';
import { shown } from '../answer';
import { mostSteps, visibleIncidents } from '../deployments/read';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { pipelinesView } from './view-model';

/** A run lists up to 200 failures, and a build 2,000 commits: so many of them stay below Forge SQL's 4 MiB. */
const most = { runs: 150, failures: 100, places: 2000, builds: 40, incidents: 100 };

export async function pipelines(
  { projectId }: BridgeRequest<'pipelines'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'pipelines'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, viewer.now);
  const [steps, runs, failures, builds, incidents, releases, settings] = await Promise.all([
    deploymentSteps(projectId, null, mostSteps),
    toldRuns(projectId, most.runs),
    latestFailures(projectId, most.failures),
    toldBuilds(projectId, {}, most.builds),
    toldIncidents(projectId, most.incidents),
    versionsOf(projectId),
    readSettings(),
  ]);
  const subjects = failures.map(({ subject }) => subject);
  const [issues, totals, places, named] = await Promise.all([
    issuesById(failures.flatMap(({ issueId }) => issueId ?? [])),
    sightingTotals(projectId, subjects),
    sightingPlaces(projectId, subjects, most.places),
    visibleIncidents(projectId, incidents, access),
  ]);
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(
    pipelinesView({
      shownByJira: await shownByJira(viewer, failures, issues),
      ...{ project, access, deployments: deploymentsOf(steps), runs, failures, issues, totals, places, builds, incidents: named },
      ...{ hiddenIncidents: incidents.length - named.length, releases, stages, revision, now: viewer.now },
    }),
  );
}

/** One call to Jira each. */
const mostAsked = 10;

/** A defect that was made a moment ago is in Jira, and not in the store yet: whether the viewer may see it, Jira says. */
async function shownByJira(
  { accountId }: Viewer,
  failures: readonly StoredFailure[],
  known: ReadonlyMap<string, NamedIssue>,
): Promise<Set<string>> {
  const unknown = [...new Set(failures.flatMap(({ issueId }) => (issueId === null || known.has(issueId) ? [] : [issueId])))];
  const shown = new Set<string>();
  for (const issueId of unknown.slice(0, mostAsked)) {
    const may = await maySeeIssue(accountId, issueId);
    if (may.kind === 'ok' && may.value) shown.add(issueId);
  }
  return shown;
}
