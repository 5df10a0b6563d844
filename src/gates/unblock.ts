import type { Condition } from './rules/rule';

/** The cheapest way to open a gate: defects to close, to defer or to move out of the release. */
export interface Unblock {
  readonly sentence: string;
  readonly defectIds: readonly string[];
  /** False where the search was cut and a smaller set may exist. */
  readonly smallest: boolean;
}

/** Defects that stand in the same breached conditions are worth the same; `counts` are indexes into the needs. */
interface Group {
  readonly defectIds: readonly string[];
  readonly counts: readonly number[];
}

const mostSteps = 20_000;

/**
 * The smallest set of defects whose closing leaves every condition within its limit (a minimum multi-cover: condition i needs
 * value - limit of its defects gone). Defects with the same memberships are interchangeable, so the search runs over how many of
 * each group to take: exact by branch and bound, cut after 20,000 steps, when the best set found so far is given.
 * @returns null where nothing is breached
 */
export function unblockSet(conditions: readonly Condition[]): Unblock | null {
  const breached = conditions.filter((condition) => condition.state === 'breached');
  if (breached.length === 0) return null;
  const needs = breached.map((condition) => (condition.value ?? 0) - condition.limit);
  const groups = groupsOf(breached);
  const { taken, smallest } = search(groups, needs);
  const defectIds = groups.flatMap((group, index) => group.defectIds.slice(0, taken[index] ?? 0));
  const among = new Set(breached.flatMap((condition) => condition.defectIds)).size;
  return { sentence: sentence(defectIds.length, among), defectIds, smallest };
}

function sentence(chosen: number, among: number): string {
  if (among === 1) return 'Close this defect, defer it, or move it out of the release, and the gate opens.';
  const ways = chosen === 1 ? 'defer it, or move it out of the release' : 'defer them, or move them out of the release';
  const which = chosen === among ? `all ${among} of these` : `${chosen === 1 ? 'this one' : `these ${chosen}`} of ${among}`;
  return `Close ${which} defects, ${ways}, and the gate opens.`;
}

function groupsOf(breached: readonly Condition[]): readonly Group[] {
  const memberships = new Map<string, number[]>();
  breached.forEach((condition, index) =>
    condition.defectIds.forEach((id) => memberships.set(id, [...(memberships.get(id) ?? []), index])),
  );
  const groups = new Map<string, { defectIds: string[]; counts: number[] }>();
  for (const [id, counts] of memberships) {
    const group = groups.get(counts.join()) ?? { defectIds: [], counts };
    group.defectIds.push(id);
    groups.set(counts.join(), group);
  }
  return [...groups.values()].sort((a, b) => b.counts.length - a.counts.length);
}

function search(groups: readonly Group[], needs: readonly number[]): { taken: readonly number[]; smallest: boolean } {
  let best: readonly number[] = groups.map((group) => group.defectIds.length);
  let bestSize = sum(best);
  let steps = 0;
  const visit = (index: number, taken: readonly number[], left: readonly number[]): void => {
    steps += 1;
    const size = sum(taken);
    const missing = Math.max(0, ...left);
    if (size + missing >= bestSize || steps > mostSteps) return;
    if (missing === 0) {
      best = taken;
      bestSize = size;
      return;
    }
    const group = groups[index];
    if (group === undefined) return;
    const useful = Math.min(group.defectIds.length, Math.max(0, ...group.counts.map((need) => left[need] ?? 0)));
    for (let amount = useful; amount >= 0; amount -= 1) {
      visit(
        index + 1,
        [...taken, amount],
        left.map((need, i) => (group.counts.includes(i) ? need - amount : need)),
      );
    }
  };
  visit(0, [], needs);
  return { taken: best, smallest: steps <= mostSteps };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
