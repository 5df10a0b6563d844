import type { ReadinessView } from '../../contracts/readiness';
import type { StoredAttachment } from '../../gates/shell';

/**
 * Marks the enforced gates that no transition carries. Where the workflows were not looked at, or there are no release tickets, nothing is
 * said: the gate may stop pipelines alone.
 */
export function markUnguarded(view: ReadinessView, attachment: StoredAttachment | null): ReadinessView {
  if (attachment?.kind !== 'looked') return view;
  const isGuarded = (key: string) => attachment.guards.some(({ stage, locks }) => stage === key && locks.length > 0);
  const stages = view.stages.map((one) =>
    one.mode === 'enforce' && !isGuarded(one.stage.key) ? { ...one, unguarded: true as const } : one,
  );
  return { ...view, stages };
}
