import type { Instant } from '../../kernel/instant';
import type { AutoMove } from './map';

export const moveStates = ['begun', 'moved', 'not-moved'] as const;
export type MoveState = (typeof moveStates)[number];

export interface MoveEvent {
  readonly act: MoveState;
  readonly at: Instant;
  /** Why it was not moved. */
  readonly because: string | null;
}

/** A move of one defect: for one cause it is made once, whatever people do with the defect afterwards. */
export interface DefectMove {
  /** `<id of the issue>-<n>` */
  readonly id: string;
  readonly projectId: string;
  readonly issueId: string;
  readonly version: { readonly id: string; readonly name: string } | null;
  readonly stage: { readonly key: string; readonly name: string };
  readonly on: AutoMove['on'];
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  /** Names what brought it about; of several moves of a defect each has another. */
  readonly cause: string;
  readonly state: MoveState;
  readonly events: readonly MoveEvent[];
}

/** It is tried again where a function died or Jira could not be reached, so often and no more. */
export const mostTries = 3;

/** Begins a move, or tries again. */
export function beginMove(move: Omit<DefectMove, 'state' | 'events'>, before: DefectMove | null, at: Instant): DefectMove {
  const events = before?.events ?? [];
  return { ...move, state: 'begun', events: [...events, { act: 'begun', at, because: null }] };
}

/** What became of it; null where it is over already. */
export function endMove(move: DefectMove, outcome: 'moved' | { readonly because: string }, at: Instant): DefectMove | null {
  if (move.state !== 'begun') return null;
  const act = outcome === 'moved' ? 'moved' : 'not-moved';
  const because = outcome === 'moved' ? null : outcome.because;
  return { ...move, state: act, events: [...move.events, { act, at, because }] };
}

export function triesOf({ events }: Pick<DefectMove, 'events'>): number {
  return events.filter(({ act }) => act === 'begun').length;
}
