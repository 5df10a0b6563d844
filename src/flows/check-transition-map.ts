import { allProjects, siteStatuses } from '../defects/shell';
import { unreachable } from '../gates';
import type { MapProblem, ProjectWays } from '../gates';
import { readProject, readStatusWays } from '../platform/jira';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { typeIds } from './outdated-issues';

/** Workflows of so many projects are read for what holds in all of them. */
const mostProjects = 20;

/**
 * What of a transition map Jira's own statuses and workflows make impossible. Nothing is asked of Jira where the map is as it was, and what
 * Jira does not show keeps nobody from saving.
 */
export async function transitionMapProblems({ transitionMap: map, defectTypes }: Settings): Promise<MapProblem[]> {
  const stored = await readSettings();
  const before = stored.kind === 'ok' ? stored.settings : null;
  if (map.rows.length + map.moves.length === 0) return [];
  if (before !== null && JSON.stringify([before.transitionMap, before.defectTypes]) === JSON.stringify([map, defectTypes]))
    return [];
  const unknown = await unsiteStatuses(map);
  if (unknown.length > 0) return unknown;
  const projects = (await allProjects()).filter(({ state }) => state !== 'failed');
  const asked = new Set([...map.rows, ...map.moves].map(({ project }) => project));
  const wanted = asked.has('any') ? projects : projects.filter(({ id }) => asked.has(id));
  const read: ProjectWays[] = [];
  for (const { id, key } of wanted.slice(0, mostProjects)) {
    const ways = await waysOf(id, defectTypes);
    if (ways !== null) read.push({ projectId: id, projectKey: key, ways });
  }
  return unreachable(map, read, read.length === projects.length);
}

/** Null where Jira does not show them. */
async function waysOf(projectId: string, defectTypes: readonly string[]): Promise<ProjectWays['ways'] | null> {
  const jira = await readProject(projectId);
  if (jira.kind !== 'ok') return null;
  const types = typeIds(jira.value, defectTypes);
  if (types.length === 0) return [];
  const ways = await readStatusWays(projectId, types);
  return ways.kind === 'ok' ? ways.value : null;
}

async function unsiteStatuses({ rows, moves }: Settings['transitionMap']): Promise<MapProblem[]> {
  const known = await siteStatuses();
  if (known.size === 0) return [];
  const lacks = (id: string, path: string): MapProblem[] =>
    id === 'any' || known.has(id) ? [] : [{ path, message: 'Jira has no such status any more: choose another.' }];
  return [
    ...rows.flatMap(({ from, to }, n) => [...lacks(from, `rows.${n}.from`), ...lacks(to, `rows.${n}.to`)]),
    ...moves.flatMap(({ from, to }, n) => [...lacks(from, `moves.${n}.from`), ...lacks(to, `moves.${n}.to`)]),
  ];
}
