import { leastToLeave } from './leaving';
import type { Leaving, Need } from './leaving';
import type { ScopeKind } from './sizes';

/** An issue of a release. Sizes are in the unit that everything is counted in. */
export interface ScopeIssue {
  readonly id: string;
  readonly kind: ScopeKind;
  readonly size: number;
  /** What the release loses without it, 0 to 100. */
  readonly value: number;
  readonly done: boolean;
  readonly started: boolean;
  /** False where it has to stay whatever it costs. What is done stays anyway. */
  readonly mayLeave: boolean;
}

export interface ScopeFacts {
  readonly issues: readonly ScopeIssue[];
  /** What the project finished lately, and in how many working days. */
  readonly pace: { readonly finished: number; readonly workingDays: number };
  /** Working days up to the end of the release date, 0 where it is over; null where the release has no date. */
  readonly daysLeft: number | null;
  /** Work that comes first: what is open of releases that are due earlier. */
  readonly taken: number;
  /** Of the release that is kept for defects, 0 to 1. */
  readonly share: number;
}

export interface Amount {
  readonly count: number;
  readonly size: number;
}

/** The part of a release that is kept for defects. */
export interface DefectBudget {
  readonly size: number;
  /** Defects of the release that are done, and those that are planned. */
  readonly done: number;
  readonly planned: number;
  /** 0 once it is burnt. */
  readonly left: number;
  /** Of what can still be finished, how much features leave to defects: what the done ones have not used, at most the same share. */
  readonly kept: number;
  /** How far defects go beyond it; 0 while they do not. */
  readonly over: number;
}

export type ScopeState = 'empty' | 'all-done' | 'no-date' | 'no-throughput' | 'fits' | 'exceeds';

/** What a release holds against what it can hold. */
export interface Scope {
  readonly state: ScopeState;
  readonly planned: Readonly<Record<ScopeKind, Amount>>;
  readonly done: Readonly<Record<ScopeKind, Amount>>;
  /** What can still be finished for this release; null where nobody can say. */
  readonly capacity: number | null;
  /** Null where nobody can say. */
  readonly budget: DefectBudget | null;
  /** How much more is planned, with what is kept for defects to come, than can be finished; 0 where it fits. */
  readonly excess: number;
  readonly need: Need;
  /** Null where nothing has to leave. */
  readonly leaving: Leaving | null;
}

/** Another way of leaving that does as well, and what it is good for. */
export interface Alternative {
  readonly kind: 'fewest' | 'features' | 'next';
  readonly leaving: Leaving;
}

/**
 * Compares what is planned for a release with what can be finished by its date.
 * Capacity = finished size / working days in which it was finished x working days left, less what comes first.
 * Budget = share x (what is done of the release + capacity); spent is what defects of the release have taken and will take.
 * Kept for defects = what the budget has beyond the done ones, at most share x capacity; features fit while features + max(planned
 * defects, what is kept for defects) do.
 */
export function assessScope(facts: ScopeFacts): Scope {
  const open = facts.issues.filter(({ done }) => !done);
  const planned = { feature: amountOf(open, 'feature'), defect: amountOf(open, 'defect') };
  const ended = facts.issues.filter(({ done }) => done);
  const done = { feature: amountOf(ended, 'feature'), defect: amountOf(ended, 'defect') };
  const capacity = capacityOf(facts);
  const budget = capacity === null ? null : budgetOf(facts.share, capacity, planned.defect, done);
  const need = needOf(planned, capacity, budget);
  const excess = Math.max(need.all, need.features);
  const state = stateOf(facts, open.length, capacity, excess);
  return {
    ...{ state, planned, done, capacity, budget, excess, need },
    leaving: state === 'exceeds' ? leastToLeave(leavers(facts.issues), need) : null,
  };
}

/** Other sets that may leave instead: the fewest issues, features alone, and the one next in value. */
export function alternativesTo(scope: Scope, issues: readonly ScopeIssue[]): readonly Alternative[] {
  const { leaving, need } = scope;
  if (leaving === null || leaving.short > 0) return [];
  const candidates = leavers(issues);
  const found: Alternative[] = [
    { kind: 'fewest', leaving: leastToLeave(candidates, need, 'issues') },
    {
      kind: 'features',
      leaving: leastToLeave(
        candidates.filter(({ kind }) => kind === 'feature'),
        need,
      ),
    },
    ...nextBest(candidates, need, leaving),
  ];
  const seen = new Set([leaving.ids.join()]);
  return found.filter(({ leaving: { ids, short } }) => {
    const isNew = short === 0 && !seen.has(ids.join());
    seen.add(ids.join());
    return isNew;
  });
}

/** Each is worked out anew without one of those that leave. */
const mostTried = 20;

function nextBest(candidates: ReturnType<typeof leavers>, need: Need, { ids }: Leaving): Alternative[] {
  const others = ids.slice(0, mostTried).map((kept) =>
    leastToLeave(
      candidates.filter(({ id }) => id !== kept),
      need,
    ),
  );
  const [best] = others.filter(({ short }) => short === 0).sort((a, b) => a.value - b.value);
  return best === undefined ? [] : [{ kind: 'next', leaving: best }];
}

function leavers(issues: readonly ScopeIssue[]): readonly ScopeIssue[] {
  return issues.filter(({ done, mayLeave }) => !done && mayLeave);
}

function amountOf(issues: readonly ScopeIssue[], kind: ScopeKind): Amount {
  const own = issues.filter((issue) => issue.kind === kind);
  return { count: own.length, size: own.reduce((sum, { size }) => sum + size, 0) };
}

function capacityOf({ pace, daysLeft, taken }: ScopeFacts): number | null {
  if (daysLeft === null || !(pace.finished > 0) || !(pace.workingDays > 0)) return null;
  return Math.max(0, (pace.finished / pace.workingDays) * daysLeft - taken);
}

function budgetOf(share: number, capacity: number, planned: Amount, done: Scope['done']): DefectBudget {
  const size = share * (done.feature.size + done.defect.size + capacity);
  const spent = done.defect.size + planned.size;
  const kept = Math.min(Math.max(0, size - done.defect.size), share * capacity);
  return {
    ...{ size, done: done.defect.size, planned: planned.size, kept },
    ...{ left: Math.max(0, size - spent), over: Math.max(0, spent - size) },
  };
}

function needOf(planned: Scope['planned'], capacity: number | null, budget: DefectBudget | null): Need {
  if (capacity === null || budget === null) return { features: 0, all: 0 };
  return {
    features: Math.max(0, planned.feature.size + budget.kept - capacity),
    all: Math.max(0, planned.feature.size + planned.defect.size - capacity),
  };
}

/** Below this, a difference comes from how numbers are stored. */
const tiny = 1e-6;

function stateOf({ issues, daysLeft }: ScopeFacts, open: number, capacity: number | null, excess: number): ScopeState {
  if (issues.length === 0) return 'empty';
  if (open === 0) return 'all-done';
  if (daysLeft === null) return 'no-date';
  if (capacity === null) return 'no-throughput';
  return excess > tiny ? 'exceeds' : 'fits';
}
