import { issuesByKeys } from '../defects/shell';
import { incidentsNamed, incidentsWithUsers } from '../environments/shell';
import type { IncidentUsers } from '../scoring';
import { linkedPairs, mergedInto } from '../triage/shell';

const perQuery = 500;
/** Defects that were merged into each other form no longer chains. */
const longestChain = 10;

/** Incidents that tell how many users they reached, by the id of the defect that stands for each of them. */
export async function usersOfIncidents(projectId: string): Promise<Map<string, IncidentUsers[]>> {
  const told = (await incidentsWithUsers(projectId)).map(({ incident, issue, usersAffected }) => ({
    key: issue.toUpperCase(),
    incident,
    users: usersAffected,
  }));
  const ids = await idsOfKeys(
    projectId,
    told.map(({ key }) => key),
  );
  const merged = await mergedAmong([...ids.values()]);
  const found = new Map<string, IncidentUsers[]>();
  for (const { key, ...users } of told) {
    const id = ids.get(key);
    if (id === undefined) continue;
    const stays = merged.get(id) ?? id;
    found.set(stays, [...(found.get(stays) ?? []), users]);
  }
  return found;
}

/** The defects whose scores hang on what is told of an incident: those that stand for it now, or did by what was stored before. */
export async function defectsOfIncident(projectId: string, incident: string, issue: string | null): Promise<string[]> {
  const before = await incidentsNamed(projectId, [incident]);
  const keys = [issue, ...before.map((told) => told.issue)].flatMap((key) => key?.toUpperCase() ?? []);
  const found: string[] = [];
  for (const id of (await idsOfKeys(projectId, keys)).values()) found.push(await mergedInto(id));
  return found;
}

async function idsOfKeys(projectId: string, keys: readonly string[]): Promise<Map<string, string>> {
  const all = [...new Set(keys)];
  const found = new Map<string, string>();
  for (let start = 0; start < all.length; start += perQuery)
    for (const { id, key } of (await issuesByKeys(projectId, all.slice(start, start + perQuery))).values()) found.set(key, id);
  return found;
}

/** Where those that were merged ended, by their ids; many at once. */
async function mergedAmong(ids: readonly string[]): Promise<Map<string, string>> {
  const ends = new Map<string, string>();
  for (let [edge, step] = [new Set(ids), 0]; edge.size > 0 && step < longestChain; step += 1) {
    const into = new Map<string, string>();
    const asked = [...edge];
    for (let start = 0; start < asked.length; start += perQuery)
      for (const { defectId, otherId, state } of await linkedPairs(asked.slice(start, start + perQuery)))
        if (state === 'merged') into.set(defectId, otherId);
    for (const id of ids) {
      const next = into.get(ends.get(id) ?? id);
      if (next !== undefined) ends.set(id, next);
    }
    edge = new Set(into.values());
  }
  return ends;
}
