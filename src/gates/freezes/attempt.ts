import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import type { Consequence } from './entry';

/** `flagged`: told, and a flag stands in Jira until it has nothing to point at. */
export const attemptStates = ['caught', 'acted', 'told', 'flagged', 'over'] as const;
export type AttemptState = (typeof attemptStates)[number];

/** What became of it. `left`: it was gone before anything was done. */
export const attemptResults = ['moved', 'flagged', 'recorded', 'left'] as const;
export type AttemptResult = (typeof attemptResults)[number];

/** `left` the release, or `admitted` afterwards: a flag is taken away. */
export const attemptActs = ['caught', 'moved', 'flagged', 'recorded', 'told', 'left', 'admitted'] as const;
export type AttemptAct = (typeof attemptActs)[number];

/** A defect was put into a frozen release although it may not come in. It is what its events made of it. */
export interface Attempt {
  /** `<id of the version>-<id of the defect>-<milliseconds of the moment>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly defectId: string;
  /** When it was put in. */
  readonly at: Instant;
  /** Pseudonym of who did it; null where Jira does not tell. */
  readonly who: string | null;
  readonly severity: Severity | null;
  readonly consequence: Consequence;
  readonly state: AttemptState;
  /** Null until something was done. */
  readonly result: AttemptResult | null;
  /** Oldest first; never empty. */
  readonly events: readonly { readonly act: AttemptAct; readonly at: Instant }[];
}

/** By what an entry is known: the same one is never caught twice. */
export function attemptId(versionId: string, defectId: string, at: Instant): string {
  return `${versionId}-${defectId}-${Date.parse(at)}`;
}

export function catchAttempt(
  place: Pick<Attempt, 'projectId' | 'version' | 'defectId' | 'at' | 'who' | 'severity' | 'consequence'>,
  now: Instant,
): Attempt {
  const id = attemptId(place.version.id, place.defectId, place.at);
  return { ...place, id, state: 'caught', result: null, events: [{ act: 'caught', at: now }] };
}

/** Notes what was done. @returns null where something was done already */
export function actedOn(attempt: Attempt, result: AttemptResult, now: Instant): Attempt | null {
  if (attempt.state !== 'caught') return null;
  // Only where something in Jira was changed there is something to tell.
  const state = result === 'moved' || result === 'flagged' ? 'acted' : 'told';
  return { ...attempt, state, result, events: [...attempt.events, { act: result, at: now }] };
}

/** Notes that the comment is written, or cannot be. */
export function toldOf(attempt: Attempt, now: Instant): Attempt | null {
  if (attempt.state !== 'acted') return null;
  const state = attempt.result === 'flagged' ? 'flagged' : 'told';
  return { ...attempt, state, events: [...attempt.events, { act: 'told', at: now }] };
}

/** Notes that a flag has nothing to point at any more. */
export function unflagged(attempt: Attempt, act: 'left' | 'admitted', now: Instant): Attempt | null {
  if (attempt.state !== 'flagged') return null;
  return { ...attempt, state: 'over', events: [...attempt.events, { act, at: now }] };
}
