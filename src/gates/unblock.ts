import type { Condition } from './rules/rule';

/** The cheapest way to open a gate: defects to close, to defer or to move out of the release. */
export interface Unblock {
  readonly sentence: string;
  readonly defectIds: readonly string[];
  /** False where the search was cut and a cheaper set may exist. */
  readonly smallest: boolean;
}

/** Defects that stand in the same breached conditions, the cheapest first; `counts` are places of the needs that each of them lowers. */
interface Group {
  readonly defects: readonly { readonly id: string; readonly cost: number }[];
  /** The cost of the first so many: `sums[2]` of two. */
  readonly sums: readonly number[];
  readonly counts: readonly number[];
}

type CostOf = (defectId: string) => number | null;
type Breached = Pick<Condition, 'state' | 'breach' | 'unit' | 'atLeast' | 'value' | 'limit' | 'defectIds'>;

const mostSteps = 20_000;

/**
 * The cheapest set of defects whose closing leaves every counting condition within its limit: a minimum-cost multi-cover, in which
 * condition i needs `value - limit` of its defects gone. Of defects with the same memberships the cheaper one is always as good, so the
 * search runs over how many of each group to take: branch and bound, from the set that a greedy choice finds. What is left costs at
 * least the cheapest defects of the dearest need; needs that share no defect add up. Cut after 20,000 steps, when the best set found so
 * far is given.
 * @param costOf what closing or deferring a defect costs, more than 0, in any unit; null where it has to stay; the same for all where it
 * is left out
 * @returns null where nothing is breached that fewer defects could meet, or where too many have to stay
 */
export function unblockSet(conditions: readonly Breached[], costOf: CostOf = () => 1): Unblock | null {
  const breached = conditions.filter(
    ({ state, breach, unit, atLeast }) => state === 'breached' && breach === 'holds' && unit === 'defects' && !atLeast,
  );
  if (breached.length === 0) return null;
  const needs = breached.map(({ value, limit }) => (value ?? 0) - limit);
  const suffices = breached.every(
    ({ defectIds }, place) => defectIds.filter((id) => costOf(id) !== null).length >= (needs[place] ?? 0),
  );
  if (!suffices) return null;
  const groups = groupsOf(breached, costOf);
  const { taken, smallest } = search(groups, needs);
  const defectIds = groups.flatMap(({ defects }, place) => defects.slice(0, taken[place] ?? 0).map(({ id }) => id));
  const among = new Set(breached.flatMap((condition) => condition.defectIds)).size;
  const others = conditions.filter(({ state, breach }) => breach === 'holds' && state !== 'met').length - breached.length;
  return { sentence: sentence(defectIds.length, among, others), defectIds, smallest };
}

/** @param others conditions that hold the gate and that no fewer defects would meet */
function sentence(chosen: number, among: number, others: number): string {
  const opens =
    others === 0
      ? 'and the gate opens.'
      : `and only ${others === 1 ? 'the other condition holds' : `${others} other conditions hold`} the gate.`;
  if (among === 1) return `Close this defect, defer it, or move it out of the release, ${opens}`;
  const ways = chosen === 1 ? 'defer it, or move it out of the release' : 'defer them, or move them out of the release';
  const which = chosen === among ? `all ${among} of these` : `${chosen === 1 ? 'this one' : `these ${chosen}`} of ${among}`;
  return `Close ${which} defects, ${ways}, ${opens}`;
}

function groupsOf(breached: readonly Breached[], costOf: CostOf): Group[] {
  const memberships = new Map<string, number[]>();
  breached.forEach((condition, place) => {
    for (const id of condition.defectIds) {
      const places = memberships.get(id);
      if (places === undefined) memberships.set(id, [place]);
      else places.push(place);
    }
  });
  const groups = new Map<string, { ids: string[]; counts: number[] }>();
  for (const [id, counts] of memberships) {
    const group = groups.get(counts.join());
    if (group === undefined) groups.set(counts.join(), { ids: [id], counts });
    else group.ids.push(id);
  }
  return [...groups.values()].map(({ ids, counts }) => {
    const priced = ids.flatMap((id) => {
      const cost = costOf(id);
      return cost === null ? [] : [{ id, cost }];
    });
    const defects = priced.sort((a, b) => a.cost - b.cost);
    const sums = [0];
    for (const { cost } of defects) sums.push((sums.at(-1) ?? 0) + cost);
    return { defects, sums, counts };
  });
}

/** How many of each group, by their places. */
function search(groups: Group[], needs: readonly number[]): { taken: readonly number[]; smallest: boolean } {
  // Those that lower many needs for their cost come first: good sets are found early, and the bound cuts more.
  groups.sort((a, b) => worth(b) - worth(a));
  let best: readonly number[] = greedy(groups, needs);
  let bestCost = costOfTaken(groups, best);
  let steps = 0;
  const visit = (place: number, taken: readonly number[], cost: number, left: readonly number[]): void => {
    steps += 1;
    if (steps > mostSteps) return;
    if (left.every((need) => need <= 0)) {
      if (cost < bestCost) [best, bestCost] = [taken, cost];
      return;
    }
    if (cost + leastCost(groups, place, left) >= bestCost) return;
    const group = groups[place];
    if (group === undefined) return;
    const useful = Math.min(group.defects.length, Math.max(0, ...group.counts.map((need) => left[need] ?? 0)));
    for (let amount = useful; amount >= 0; amount -= 1)
      visit(place + 1, [...taken, amount], cost + (group.sums[amount] ?? 0), lowered(left, group, amount));
  };
  visit(0, [], 0, needs);
  return { taken: best, smallest: steps <= mostSteps };
}

const worth = ({ counts, defects }: Group) => counts.length / (defects[0]?.cost ?? 1);

function lowered(left: readonly number[], { counts }: Group, amount: number): number[] {
  const lower = [...left];
  for (const need of counts) lower[need] = (lower[need] ?? 0) - amount;
  return lower;
}

function costOfTaken(groups: readonly Group[], taken: readonly number[]): number {
  return groups.reduce((sum, { sums }, place) => sum + (sums[taken[place] ?? 0] ?? 0), 0);
}

/** One defect after the other, each time the one that lowers most needs for its cost; what turns out superfluous is given back. */
function greedy(groups: readonly Group[], needs: readonly number[]): number[] {
  const taken = groups.map(() => 0);
  const left = [...needs];
  while (left.some((need) => need > 0)) {
    let [chosen, most] = [-1, 0];
    for (const [place, { counts, defects }] of groups.entries()) {
      const next = defects[taken[place] ?? 0];
      if (next === undefined) continue;
      const gain = counts.filter((need) => (left[need] ?? 0) > 0).length / next.cost;
      if (gain > most) [chosen, most] = [place, gain];
    }
    if (chosen < 0) break;
    taken[chosen] = (taken[chosen] ?? 0) + 1;
    for (const need of groups[chosen]?.counts ?? []) left[need] = (left[need] ?? 0) - 1;
  }
  for (const [place, { counts }] of [...groups.entries()].reverse()) {
    while ((taken[place] ?? 0) > 0 && counts.every((need) => (left[need] ?? 0) < 0)) {
      taken[place] = (taken[place] ?? 0) - 1;
      for (const need of counts) left[need] = (left[need] ?? 0) + 1;
    }
  }
  return taken;
}

/** What is left costs at least so much, with the groups from a place on; infinite where they do not suffice. */
function leastCost(groups: readonly Group[], from: number, left: readonly number[]): number {
  const each = left.flatMap((need, place) => (need <= 0 ? [] : [{ place, least: cheapest(groups, from, place, need) }]));
  if (each.some(({ least }) => least === Infinity)) return Infinity;
  // Needs that no group lowers together add up: the dearest first.
  let total = 0;
  const used = new Set<number>();
  for (const { place, least } of each.sort((a, b) => b.least - a.least)) {
    const sharing = groups.flatMap(({ counts }, at) => (at >= from && counts.includes(place) ? [at] : []));
    if (sharing.some((at) => used.has(at))) continue;
    for (const at of sharing) used.add(at);
    total += least;
  }
  return total;
}

/** The cheapest defects that meet one need alone. */
function cheapest(groups: readonly Group[], from: number, place: number, need: number): number {
  const costs: number[] = [];
  for (let at = from; at < groups.length; at += 1) {
    const group = groups[at];
    if (group?.counts.includes(place) === true) for (const { cost } of group.defects.slice(0, need)) costs.push(cost);
  }
  if (costs.length < need) return Infinity;
  return costs
    .sort((a, b) => a - b)
    .slice(0, need)
    .reduce((sum, cost) => sum + cost, 0);
}
