import { issueByKey } from '../../defects/shell';
import type { ToldIncident } from '../../environments/shell';
import { incidentsNamed } from '../../environments/shell';
import type { Deployment } from '../../environments';
import { maySee } from '../access';
import type { Access } from '../access';

/** So many of the newest steps are looked at: about 1 MB. */
export const mostSteps = 2000;
/** Each costs a query or two. */
const mostIncidents = 30;

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
  const known = await incidentsNamed(projectId, names);
  const visible = new Map((await visibleIncidents(projectId, known, access)).map(({ incident, title }) => [incident, title]));
  const titles = new Map<string, string | null>();
  for (const name of names) {
    const stored = await issueByKey(projectId, name.toUpperCase());
    const isHidden =
      (stored !== null && !maySee(access, stored.securityLevel)) ||
      known.some(({ incident }) => incident === name && !visible.has(name));
    if (!isHidden) titles.set(name, visible.get(name) ?? null);
  }
  return titles;
}

/** Without those whose issue the viewer may not see. Of an issue that Holdpoint does not follow nobody can tell. */
export async function visibleIncidents(
  projectId: string,
  incidents: readonly ToldIncident[],
  access: Access,
): Promise<ToldIncident[]> {
  const kept = await Promise.all(
    incidents.map(async (incident) => {
      const { issue } = incident;
      if (issue === null) return incident;
      const stored = await issueByKey(projectId, issue.toUpperCase());
      return stored !== null && maySee(access, stored.securityLevel) ? incident : null;
    }),
  );
  return kept.flatMap((incident) => incident ?? []);
}
