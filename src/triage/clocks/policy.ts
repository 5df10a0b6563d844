import { cycles } from '../../kernel/decision-clock';
import type { ClockPolicy, Cycle } from '../../kernel/decision-clock';

/** The most urgent cycle of the releases that a defect is to be fixed in. */
export function cycleOf(versionIds: readonly string[], policy: ClockPolicy): Cycle {
  const found = versionIds.map((id) => policy.cycles[id] ?? 'normal');
  return [...cycles].reverse().find((cycle) => found.includes(cycle)) ?? 'normal';
}
