import type { Instant } from '../../kernel/instant';
import type { Nomination, NominationState } from './nomination';

export interface NominationFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  readonly because: string;
  readonly now: Instant;
}

export type NominationOutcome =
  | { readonly kind: 'done'; readonly nomination: Nomination }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): NominationOutcome => ({ kind: 'refused', message });
const mostLetters = 1000;

/** Asks that a defect is a blocker of a release. @param before the nomination so far; null where there was none */
export function nominate(
  place: Pick<Nomination, 'projectId' | 'version' | 'defectId'>,
  before: Nomination | null,
  facts: NominationFacts & { readonly isOpen: boolean; readonly isShipped: boolean },
): NominationOutcome {
  if (facts.because.trim() === '') return refused('Say why it must not ship.');
  if (!facts.isOpen) return refused('The defect is done, so it blocks nothing.');
  if (facts.isShipped) return refused(`${place.version.name} is out already.`);
  if (before?.state === 'asked') return refused('It is nominated already, and waits for a decision.');
  if (before?.state === 'granted') return refused('It is a blocker of this release already.');
  const id = `${place.version.id}-${place.defectId}`;
  const first: Nomination = { id, ...place, state: 'asked', events: [] };
  return changed(before ?? first, 'asked', facts);
}

/**
 * Grants a nomination or refuses it. Who decides may think better of it later: a granted one can be refused, and a refused one granted.
 * @param mayDecide whether Jira lets the person place and lift holds in the project
 */
export function decideNomination(
  nomination: Nomination,
  act: 'granted' | 'refused',
  facts: NominationFacts & { readonly mayDecide: boolean },
): NominationOutcome {
  if (!facts.mayDecide) return refused('This needs somebody who may place and lift holds in this project.');
  if (facts.because.trim() === '') return refused('Say why, so that the one who asked knows.');
  if (nomination.state === act) return refused(act === 'granted' ? 'It is granted already.' : 'It is refused already.');
  return changed(nomination, act, facts);
}

function changed(nomination: Nomination, act: NominationState, { now: at, who, because }: NominationFacts): NominationOutcome {
  const event = { act, at, who, because: because.trim().slice(0, mostLetters) };
  return { kind: 'done', nomination: { ...nomination, state: act, events: [...nomination.events, event] } };
}
