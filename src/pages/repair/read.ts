import { versionsOf } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { commitTimes, deploymentStepsSince, incidentHistory, toldBuildsSince } from '../../environments/shell';
import type { DetectedIncident } from '../../environments/shell';
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
/** So many incidents, of some 400 bytes each, stay below Forge SQL's 4 MiB. */
const most = { steps: 40_000, incidents: 4000, commits: 6000, builds: 2000 };
/** An answer about visible incidents looks at so many keys. */
const incidentsAtATime = 200;

/** Everything that the screen is made of, without what Jira hides from the viewer. */
export async function readRepair(projectId: string, access: Access, now: Instant): Promise<RepairSources> {
  const since = plus(now, -lookedBack);
  const [history, seen, origins, versions, told, builds, commits, incidents, settings] = await Promise.all([
    ...([projectHistory(projectId, access), firstSightings(projectId)] as const),
    ...([originsOfProject(projectId), versionsOf(projectId)] as const),
    ...([deploymentStepsSince(projectId, since, most.steps)] as const),
    ...([toldBuildsSince(projectId, since, most.builds), commitTimes(projectId, most.commits)] as const),
    ...([incidentHistory(projectId, most.incidents), readSettings()] as const),
  ]);
  const visible = await visibleOnes(projectId, incidents, access);
  return {
    ...{
      history,
      assigned: history.assigned,
      seen,
      commits,
      incidents: visible,
      hiddenIncidents: incidents.length - visible.length,
    },
    builds: builds.filter(({ state }) => state === 'successful'),
    origins: new Map(origins.map((origin) => [origin.defectId, origin])),
    affected: new Map([...history.named].map(([id, { affects }]) => [id, affects])),
    versions: new Map(versions.map(({ id, name }) => [id, name])),
    deployments: deploymentsOf(told.steps),
    // What began before is not whole: a day is enough for its end.
    known: { from: Date.parse(told.since) + day, to: Date.parse(now) },
    stages: (settings.kind === 'ok' ? settings.settings : defaultSettings).stages,
  };
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
