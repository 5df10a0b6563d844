import type { Guard } from './attachment';
import type { Passage } from './evidence';

/**
 * What release tickets show: one that stands behind the guarded transition of a stage has passed it and the guarded stages before.
 * @param statuses of the tickets of a release @param order keys of all stages in promotion order
 */
export function passageOf(
  statuses: readonly string[],
  guards: readonly Pick<Guard, 'stage' | 'to'>[],
  order: readonly string[],
): Passage {
  const guarded = order.filter((key) => guards.some(({ stage }) => stage === key));
  const behind = guarded.findLastIndex((key) => guards.some(({ stage, to }) => stage === key && statuses.includes(to)));
  return { tickets: statuses.length, guarded, passed: guarded.slice(0, behind + 1) };
}
