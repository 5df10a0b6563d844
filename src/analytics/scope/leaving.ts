import type { ScopeKind } from './sizes';

/** An issue that may leave a release. */
export interface Leaver {
  readonly id: string;
  readonly kind: ScopeKind;
  readonly size: number;
  /** What the release loses without it, 0 to 100. */
  readonly value: number;
  /** Of two that are worth the same, the one that nobody works on leaves. */
  readonly started: boolean;
}

/** How much has to leave: of features alone, and of features and defects together. */
export interface Need {
  readonly features: number;
  readonly all: number;
}

export interface Leaving {
  /** In the order of the candidates. */
  readonly ids: readonly string[];
  readonly size: number;
  readonly value: number;
  /** False where a set of less value may exist: sizes had to be rounded, or nothing is enough. */
  readonly smallest: boolean;
  /** How much is still too much once they have left; 0 where what is left fits. */
  readonly short: number;
}

/** What is spared most: value, or the number of issues that leave. */
export type Sparing = 'value' | 'issues';

/** Sizes are told apart to a hundredth. */
const grain = 100;
/** Table cells that are gone through at most; beyond, sizes are rounded. */
const mostCells = 4_000_000;

/**
 * The issues of least total value whose leaving frees what is needed. Exact by dynamic programming over the freed size, once for features
 * and once for defects (a minimum knapsack cover with two needs, of which the one is part of the other); where the table would be too
 * large, sizes are rounded down and the answer says that it may not be the smallest. Of sets of the same value, the one with the fewest
 * issues in progress, then with the fewest issues.
 */
export function leastToLeave(candidates: readonly Leaver[], need: Need, sparing: Sparing = 'value'): Leaving {
  const useful = candidates.filter(({ size }) => size > 0);
  if (need.features <= tiny && need.all <= tiny) return leavingOf([], need, true);
  if (shortOf(useful, need) > tiny) return leavingOf(useful, need, false);
  const scale = scaleOf(useful, need);
  const chosen = solve(useful, need, scale, sparing) ?? useful;
  return scale.exact
    ? leavingOf(inOrder(useful, chosen), need, true)
    : leavingOf(inOrder(useful, pruned(chosen, need)), need, false);
}

/** Below this, a difference comes from how numbers are stored. */
const tiny = 1e-6;

function sizeOf(leavers: readonly Leaver[], kind?: ScopeKind): number {
  return leavers.reduce((sum, one) => (kind === undefined || one.kind === kind ? sum + one.size : sum), 0);
}

function shortOf(leavers: readonly Leaver[], need: Need): number {
  return Math.max(0, need.features - sizeOf(leavers, 'feature'), need.all - sizeOf(leavers));
}

function leavingOf(leavers: readonly Leaver[], need: Need, smallest: boolean): Leaving {
  const short = shortOf(leavers, need);
  return {
    ids: leavers.map(({ id }) => id),
    size: sizeOf(leavers),
    value: leavers.reduce((sum, { value }) => sum + value, 0),
    ...{ smallest, short: short > tiny ? short : 0 },
  };
}

interface Scale {
  /** Size of one step of the table. */
  readonly step: number;
  readonly exact: boolean;
}

function scaleOf(candidates: readonly Leaver[], need: Need): Scale {
  const grains = candidates.map(({ size }) => Math.round(size * grain));
  const shared = grains.reduce(greatestDivisor, 0) || 1;
  const cells = (candidates.length * Math.max(need.all, need.features) * grain) / shared;
  const times = Math.max(1, Math.ceil(cells / mostCells));
  const isWhole = candidates.every(({ size }, n) => Math.abs(size * grain - (grains[n] ?? 0)) < tiny);
  return { step: (shared * times) / grain, exact: times === 1 && isWhole };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The least cost by freed size in steps, the last place standing for that much or more; and how to come there. */
interface Table {
  readonly costs: Float64Array;
  /** By candidate and place: the place before it left; -1 where it stays. */
  readonly before: readonly Int32Array[];
}

function solve(candidates: readonly Leaver[], need: Need, { step }: Scale, sparing: Sparing): readonly Leaver[] | null {
  const steps = (size: number) => Math.max(0, Math.ceil(size / step - tiny));
  const [ofFeatures, ofAll] = [steps(need.features), steps(need.all)];
  const most = Math.max(ofFeatures, ofAll);
  const cost = costOf(candidates.length, sparing);
  const features = candidates.filter(({ kind }) => kind === 'feature');
  const defects = candidates.filter(({ kind }) => kind === 'defect');
  const tables = [tableOf(features, most, step, cost), tableOf(defects, most, step, cost)] as const;
  const cheapest = cheapestFrom(tables[1].costs);
  let best = { cost: Infinity, feature: -1, defect: -1 };
  for (let feature = ofFeatures; feature <= most; feature += 1) {
    const defect = cheapest[Math.max(0, ofAll - feature)] ?? 0;
    const sum = (tables[0].costs[feature] ?? Infinity) + (tables[1].costs[defect] ?? Infinity);
    if (sum < best.cost) best = { cost: sum, feature, defect };
  }
  if (best.cost === Infinity) return null;
  return [...taken(features, tables[0], best.feature), ...taken(defects, tables[1], best.defect)];
}

/** One number that sorts as value, issues in progress and issues do one after the other. */
function costOf(count: number, sparing: Sparing): (leaver: Leaver) => number {
  const base = count + 1;
  return ({ value, started }) => {
    const worth = Math.round(value * 100);
    if (sparing === 'value') return (worth * base + (started ? 1 : 0)) * base + 1;
    return (1 + (started ? 1 / (2 * base) : 0)) * 1e10 + worth;
  };
}

function tableOf(leavers: readonly Leaver[], most: number, step: number, cost: (leaver: Leaver) => number): Table {
  const costs = new Float64Array(most + 1).fill(Infinity);
  costs[0] = 0;
  const before = leavers.map((leaver) => {
    const from = new Int32Array(most + 1).fill(-1);
    const [size, own] = [Math.floor(leaver.size / step + tiny), cost(leaver)];
    // From above, so that nobody leaves twice.
    for (let place = most - 1; size > 0 && place >= 0; place -= 1) {
      const to = Math.min(most, place + size);
      const sum = (costs[place] ?? Infinity) + own;
      if (sum >= (costs[to] ?? Infinity)) continue;
      costs[to] = sum;
      from[to] = place;
    }
    return from;
  });
  return { costs, before };
}

/** By place, the cheapest place from it on. */
function cheapestFrom(costs: Float64Array): Int32Array {
  const cheapest = new Int32Array(costs.length);
  for (let place = costs.length - 1, best = place; place >= 0; place -= 1) {
    if ((costs[place] ?? Infinity) <= (costs[best] ?? Infinity)) best = place;
    cheapest[place] = best;
  }
  return cheapest;
}

function taken(leavers: readonly Leaver[], { before }: Table, end: number): Leaver[] {
  const found: Leaver[] = [];
  let place = end;
  for (let n = leavers.length - 1; n >= 0 && place > 0; n -= 1) {
    const [from, leaver] = [before[n]?.[place] ?? -1, leavers[n]];
    if (from < 0 || leaver === undefined) continue;
    found.push(leaver);
    place = from;
  }
  return found;
}

/** Without those that need not leave, the dearest first: rounding takes a little more than it must. */
function pruned(leavers: readonly Leaver[], need: Need): readonly Leaver[] {
  const dearest = [...leavers].sort((a, b) => b.value - a.value);
  return dearest.reduce<readonly Leaver[]>((kept, one) => {
    const others = kept.filter(({ id }) => id !== one.id);
    return shortOf(others, need) > tiny ? kept : others;
  }, leavers);
}

function inOrder(candidates: readonly Leaver[], chosen: readonly Leaver[]): readonly Leaver[] {
  const ids = new Set(chosen.map(({ id }) => id));
  return candidates.filter(({ id }) => ids.has(id));
}
