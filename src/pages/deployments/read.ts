import type { Deployment } from '../../environments';
import { incidentsNamed } from '../../environments/shell';
import type { ToldIncident } from '../../environments/shell';
import type { Access } from '../access';
import { keysInSight } from './visible-keys';

/** So many of the newest steps are looked at: about 1 MB. */
export const mostSteps = 2000;
const mostIncidents = 200;

/**
 * The incidents that these deployments answer and that may be named to the viewer, with their titles, null where they were not told. Left
 * out is what is, or stands for, an issue that the viewer may not see.
 */
export async function incidentTitles(
  projectId: string,
  deployments: readonly Deployment[],
  access: Access,
): Promise<Map<string, string | null>> {
  const names = [...new Set(deployments.flatMap(({ rolledBack }) => rolledBack?.incident ?? []))].slice(0, mostIncidents);
  if (names.length === 0) return new Map();
  const known = await incidentsNamed(projectId, names);
  const titles = new Map((await visibleIncidents(projectId, known, access)).map(({ incident, title }) => [incident, title]));
  const { hidden } = await keysInSight(projectId, names, access);
  const sayable = names.filter(
    (name) => !hidden.has(name.toUpperCase()) && (titles.has(name) || !known.some(({ incident }) => incident === name)),
  );
  return new Map(sayable.map((name) => [name, titles.get(name) ?? null]));
}

/** Without those whose issue the viewer may not see. An issue that Holdpoint does not follow is not named: nobody can tell who may see it. */
export async function visibleIncidents(
  projectId: string,
  incidents: readonly ToldIncident[],
  access: Access,
): Promise<ToldIncident[]> {
  const named = incidents.flatMap(({ incident, issue }) => [incident, ...(issue === null ? [] : [issue])]);
  if (named.length === 0) return [];
  const { visible, hidden } = await keysInSight(projectId, named, access);
  return incidents
    .filter(({ incident, issue }) => !hidden.has(incident.toUpperCase()) && !hidden.has(issue?.toUpperCase() ?? ''))
    .map((incident) => (visible.has(incident.issue?.toUpperCase() ?? '') ? incident : { ...incident, issue: null }));
}
