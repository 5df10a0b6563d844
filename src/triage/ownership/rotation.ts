import { dayNumberOf, localDay, wallClock } from '../../governance';
import type { Rota } from './config';

/** Whose turn it is. */
export interface Turn {
  /** Index in the rota's members; null before the first turn begins. */
  readonly index: number | null;
  /** When the next turn begins, in milliseconds. */
  readonly until: number;
}

/** Whose turn it is by the clock of the rota's zone; null where nobody takes turns, or its dates cannot be read. */
export function turnAt({ members, rotation }: Rota, now: number): Turn | null {
  const { kind, start, handOver, zone } = rotation;
  const first = dayNumberOf(start);
  if (first === null || members.length === 0) return null;
  const days = kind === 'weekly' ? 7 : 1;
  const begins = (turn: number) => wallClock(zone, first + turn * days, handOver);
  let turn = Math.max(-1, Math.floor((localDay(zone, now) - first) / days));
  if (Number.isNaN(begins(turn))) return null;
  if (turn >= 0 && now < begins(turn)) turn -= 1;
  // Where the clock went back over midnight, it shows the old day after the new turn has begun.
  while (begins(turn + 1) <= now) turn += 1;
  return { index: turn < 0 ? null : turn % members.length, until: begins(turn + 1) };
}
