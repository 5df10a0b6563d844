import { groupsOf } from '../duplicates';
import type { SamePair } from '../duplicates';
import { jiraDuplicates, pairsOf } from './duplicate-pairs';
import type { StoredPair } from './duplicate-pairs';

/** A defect, those that are the same, and those of which people said that they are not. */
interface Surroundings {
  readonly group: readonly string[];
  /** Of the group, both ends. */
  readonly pairs: readonly StoredPair[];
  /** With all that are the same as those. */
  readonly refused: ReadonlySet<string>;
}

export async function surroundingsOf(id: string): Promise<Surroundings> {
  const { same, stored } = await walk([id]);
  const group = groupsOf([id], same).get(id) ?? [id];
  const own = new Set(group);
  const others = stored
    .filter(({ state }) => state === 'refused')
    .flatMap(({ defectId, otherId }) => (own.has(defectId) === own.has(otherId) ? [] : [own.has(defectId) ? otherId : defectId]));
  const refused = others.length === 0 ? new Map<string, readonly string[]>() : await sameAs(others);
  return { group, pairs: stored.filter(({ state }) => state !== 'refused'), refused: new Set([...refused.values()].flat()) };
}

/** What each of these defects is the same as, itself included. */
export async function sameAs(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  return groupsOf(ids, (await walk(ids)).same);
}

/** Groups are smaller, and chains shorter. */
const most = { defects: 400, rounds: 12 };

/** Goes from defect to defect along what people said and what is linked in Jira. */
async function walk(ids: readonly string[]): Promise<{ readonly same: SamePair[]; readonly stored: StoredPair[] }> {
  const [seen, same, stored] = [new Set(ids), new Array<SamePair>(), new Map<string, StoredPair>()];
  let edge = [...seen];
  for (let round = 0; round < most.rounds && edge.length > 0 && seen.size < most.defects; round += 1) {
    const [pairs, links] = await Promise.all([pairsOf(edge), jiraDuplicates(edge)]);
    for (const pair of pairs) stored.set(`${pair.defectId} ${pair.otherId} ${pair.state}`, pair);
    const said = pairs.filter(({ state }) => state !== 'refused').map(({ defectId, otherId }) => [defectId, otherId] as const);
    same.push(...said, ...links);
    edge = [...new Set([...said, ...links].flat())].filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
  }
  return { same, stored: [...stored.values()] };
}
