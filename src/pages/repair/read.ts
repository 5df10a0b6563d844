import { firstAssignments, versionsNamedIn, versionsOf } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { deploymentStepsSince, incidentHistory, toldBuilds, toldCommits } from '../../environments/shell';
import type { DetectedIncident, ToldBuild } from '../../environments/shell';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { firstSightings, originsOfProject } from '../../triage/shell';
import type { Access } from '../access';
import { projectHistory } from '../charts/project-history';
import { visibleIncidents } from '../deployments/read';
import type { RepairSources } from './facts';

/** Sightings are kept as long. */
const lookedBack = 730 * day;
/** A commit has some 400 bytes: so many stay below Forge SQL's 4 MiB. */
const most = { steps: 40_000, incidents: 4000, commits: 6000, buildPages: 50 };
/** A build holds up to 2,000 commits. */
const buildsPerQuery = 40;
/** An answer about visible incidents looks at so many keys. */
const incidentsAtATime = 200;

/** Everything that the screen is made of, without what Jira hides from the viewer. */
export async function readRepair(projectId: string, access: Access, now: Instant): Promise<RepairSources> {
  const since = plus(now, -lookedBack);
  const [history, assigned, seen, origins, named, versions, told, builds, commits, incidents, settings] = await Promise.all([
    ...([projectHistory(projectId, access), firstAssignments(projectId), firstSightings(projectId)] as const),
    ...([originsOfProject(projectId), versionsNamedIn(projectId), versionsOf(projectId)] as const),
    ...([deploymentStepsSince(projectId, since, most.steps)] as const),
    ...([buildsSince(projectId, since), toldCommits(projectId, most.commits)] as const),
    ...([incidentHistory(projectId, most.incidents), readSettings()] as const),
  ]);
  const visible = await visibleOnes(projectId, incidents, access);
  return {
    ...{ history, assigned, seen, commits, builds, incidents: visible, hiddenIncidents: incidents.length - visible.length },
    origins: new Map(origins.map((origin) => [origin.defectId, origin])),
    affected: new Map([...named].map(([id, { affects }]) => [id, affects])),
    versions: new Map(versions.map(({ id, name }) => [id, name])),
    deployments: deploymentsOf(told.steps),
    // What began before is not whole: a day is enough for its end.
    known: { from: Date.parse(told.since) + day, to: Date.parse(now) },
    stages: (settings.kind === 'ok' ? settings.settings : defaultSettings).stages,
  };
}

/** Successful builds, newest first. */
async function buildsSince(projectId: string, since: Instant): Promise<ToldBuild[]> {
  const found = new Map<string, ToldBuild>();
  let until: Instant | undefined;
  for (let page = 0; page < most.buildPages; page += 1) {
    const query = until === undefined ? { since } : { since, until };
    const builds = await toldBuilds(projectId, query, buildsPerQuery);
    for (const build of builds) found.set(JSON.stringify([build.service, build.build]), build);
    const last = builds.at(-1)?.at;
    if (builds.length < buildsPerQuery || last === until) break;
    until = last;
  }
  return [...found.values()].filter(({ state }) => state === 'successful');
}

/** Each without the issue that the viewer may not see. */
async function visibleOnes(
  projectId: string,
  incidents: readonly DetectedIncident[],
  access: Access,
): Promise<DetectedIncident[]> {
  const detected = new Map(incidents.map(({ told, detectedAt }) => [told.incident, detectedAt]));
  const found: DetectedIncident[] = [];
  for (let start = 0; start < incidents.length; start += incidentsAtATime) {
    const some = incidents.slice(start, start + incidentsAtATime).map(({ told }) => told);
    const visible = await visibleIncidents(projectId, some, access);
    found.push(...visible.map((told) => ({ told, detectedAt: detected.get(told.incident) ?? null })));
  }
  return found;
}
