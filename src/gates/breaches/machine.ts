import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Breach, BreachAct } from './breach';

/** A release went past its gate. @param after place in the ledger of what was said of the version before */
export function breached(place: Omit<Breach, 'id' | 'state' | 'events'>, after: number, at: Instant): Breach {
  const event = { act: 'released', at, who: null, because: place.verdict.sentence } as const;
  return { ...place, id: `${place.version.id}-${after}`, state: 'standing', events: [event] };
}

/** So often in a day is a release taken back; then somebody, or some rule, wants it more than Holdpoint does. */
export const mostTakenBack = 3;

export interface TakeBackFacts {
  /** Whether the project wants it. */
  readonly wanted: boolean;
  /** Every breach of the version, this one too. */
  readonly breaches: readonly Breach[];
  readonly now: Instant;
}

/** Whether Jira is told that the version is not released; or why not, where the project wants it and people have to know. */
export function takeBack(breach: Breach, { wanted, breaches, now }: TakeBackFacts): 'yes' | 'no' | { readonly because: string } {
  if (!wanted || breach.verdict.mode !== 'enforce' || breach.verdict.state !== 'held') return 'no';
  if (has(breach, 'taken-back') || has(breach, 'not-taken-back')) return 'no';
  const lately = breaches.filter(({ id, events }) =>
    events.some(({ act, at }) => id !== breach.id && act === 'taken-back' && between(at, now) < day),
  );
  if (lately.length < mostTakenBack) return 'yes';
  return {
    because: `It was taken back ${mostTakenBack} times within a day and released again each time, so it is left as it is.`,
  };
}

/** What the app did about it, once each. @returns null where that is said already */
export function followed(
  breach: Breach,
  act: Exclude<BreachAct, 'released' | 'acknowledged'>,
  because: string,
  at: Instant,
): Breach | null {
  const group: readonly BreachAct[] = ['told', 'not-told'].includes(act)
    ? ['told', 'not-told']
    : ['taken-back', 'not-taken-back'];
  if (has(breach, act) || group.some((end) => has(breach, end))) return null;
  return { ...breach, events: [...breach.events, { act, at, who: null, because }] };
}

/** Whether Holdpoint itself takes the release back, or did: then Jira's event of that is nobody's decision. */
export function isTakenBack(breach: Breach): boolean {
  return (has(breach, 'taking-back') || has(breach, 'taken-back')) && !has(breach, 'not-taken-back');
}

/** Whether the owners were told, or could not be. */
export function isTold(breach: Breach): boolean {
  return has(breach, 'told') || has(breach, 'not-told');
}

function has({ events }: Breach, act: BreachAct): boolean {
  return events.some((event) => event.act === act);
}

export interface AcknowledgeFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira lets the person lift holds in this project. */
  readonly mayAcknowledge: boolean;
  readonly because: string;
  readonly now: Instant;
}

export type AcknowledgeOutcome =
  | { readonly kind: 'done'; readonly breach: Breach }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

/** Somebody says what is to be thought of it. It stays on record; the screen only speaks more quietly. */
export function acknowledge(breach: Breach, { who, mayAcknowledge, because, now: at }: AcknowledgeFacts): AcknowledgeOutcome {
  if (!mayAcknowledge) return { kind: 'refused', message: 'This needs somebody who may lift holds in this project.' };
  if (because.trim() === '') return { kind: 'refused', message: 'Say what is to be thought of it.' };
  if (breach.state === 'acknowledged') return { kind: 'refused', message: 'It was acknowledged already.' };
  const event = { act: 'acknowledged', at, who, because: because.trim() } as const;
  return { kind: 'done', breach: { ...breach, state: 'acknowledged', events: [...breach.events, event] } };
}
