import type { ConditionView, DefectRow, ReadinessView, StageReadiness } from '../../../../../src/contracts/readiness';
import type { DefectFilter } from '../route';

/** Ids of the defects behind a condition that is breached, of any stage. */
export function blockingIds(view: Pick<ReadinessView, 'stages'>): ReadonlySet<string> {
  const breached = view.stages.flatMap(({ conditions }) => conditions.filter(({ state }) => state === 'breached'));
  return new Set(breached.flatMap(({ defectIds }) => defectIds));
}

/** Blocking defects that the viewer may not see: of the breached condition that hides most, as conditions may count the same one. */
export function hiddenBlocking(view: Pick<ReadinessView, 'stages'>): number {
  const breached = view.stages.flatMap(({ conditions }) => conditions.filter(({ state }) => state === 'breached'));
  return Math.max(0, ...breached.map(({ hidden }) => hidden));
}

/**
 * Defects behind a held stage that the viewer may not see: at least as many as its breached condition that hides most, and as the
 * least that opens it would close.
 */
export function hiddenHolding({ state, conditions, unblock }: Pick<StageReadiness, 'state' | 'conditions' | 'unblock'>): number {
  if (state !== 'held') return 0;
  const breached = conditions.filter((condition) => condition.state === 'breached');
  return Math.max(unblock?.hidden ?? 0, ...breached.map(({ hidden }) => hidden));
}

export function filterDefects(defects: readonly DefectRow[], filter: DefectFilter, blocking: ReadonlySet<string>): DefectRow[] {
  if (filter === 'all') return [...defects];
  return defects.filter((defect) => (filter === 'overdue' ? defect.overdue : blocking.has(defect.id)));
}

const stateOrder = { breached: 0, unknown: 1, met: 2 } as const;

/** What needs eyes first: breached, then unknown, then met; otherwise in the gate's order. */
export function worstFirst(conditions: readonly ConditionView[]): ConditionView[] {
  return [...conditions].sort((a, b) => stateOrder[a.state] - stateOrder[b.state]);
}

/** The stage to look at first: the earliest one that is not open, as that is where the release stands. */
export function firstObstacle(stages: ReadinessView['stages']): string | null {
  return (stages.find(({ state, staleSince }) => state !== 'open' || staleSince !== null) ?? stages[0])?.stage.key ?? null;
}
