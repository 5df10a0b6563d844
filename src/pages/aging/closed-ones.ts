import { centiles, closedTimes, rankAmong } from '../../analytics';
import { agingSeverities } from '../../contracts/aging';
import type { AgingReference, AgingSeverity } from '../../contracts/aging';
import type { ClosedDefect } from '../../defects/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import { inDays, leastClosed, windowDays } from './standing';
import type { Standing } from './standing';

/** How long closed ones of a severity took: what one defect is measured against. */
export interface ClosedOnes {
  /** How many they are. */
  readonly restsOn: number;
  /** Their percentiles 1 to 100, in milliseconds; none where they are too few to say. */
  readonly centiles: Float64Array;
}

/** By the place of the severity in `agingSeverities`. @param defects nothing of those that the viewer may not see comes into it @param at milliseconds since 1970 */
export function closedOnes(defects: readonly ClosedDefect[], access: Access, at: number): ClosedOnes[] {
  const seen = defects.filter(({ securityLevel }) => maySee(access, securityLevel));
  const facts = {
    created: Float64Array.from(seen, ({ createdAt }) => Date.parse(createdAt)),
    resolved: Float64Array.from(seen, ({ endedAt }) => Date.parse(endedAt)),
    group: Uint16Array.from(seen, ({ severity }) => agingSeverities.indexOf(severity ?? 'none')),
    groups: agingSeverities.length,
  };
  return closedTimes(facts, at, windowDays).map(shortened);
}

/** The same at the moment of a standing. */
export function closedOnesThen({ history, then, group, at }: Standing): ClosedOnes[] {
  const facts = { created: history.created, resolved: then.ended, group, groups: agingSeverities.length };
  return closedTimes(facts, at, windowDays).map(shortened);
}

/** Those of a severity. */
export function closedOf(closed: readonly ClosedOnes[], severity: AgingSeverity): ClosedOnes {
  return closed[agingSeverities.indexOf(severity)] ?? { restsOn: 0, centiles: new Float64Array() };
}

function shortened(times: Float64Array): ClosedOnes {
  return { restsOn: times.length, centiles: times.length < leastClosed ? new Float64Array() : centiles(times) };
}

export function referenceOfClosed({ restsOn, centiles: known }: ClosedOnes): AgingReference {
  const at = (share: number): number | null => (known.length === 0 ? null : inDays(known[share - 1] ?? 0));
  return { p50: at(50), p85: at(85), p95: at(95), restsOn };
}

/** Of 100 of them, how many took no longer than an age in milliseconds; null where they are too few to say. */
export function rankAgainst({ centiles: known }: ClosedOnes, age: number): number | null {
  return rankAmong(known, age);
}
