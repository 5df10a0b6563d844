import type { Instant } from '../../kernel/instant';
import type { Hold, HoldCause, HoldEvent, StoppedLine } from './hold';

/** Stopping the line is taken back by two; a hold by hand by one. */
const liftersOf: Readonly<Record<HoldCause, Hold['lifters']>> = { manual: 1, 'stop-the-line': 2 };

export interface HoldPlace extends Pick<Hold, 'projectId' | 'version' | 'stages' | 'cause' | 'owner'> {
  /** Counts the holds of this release, from 1. */
  readonly n: number;
  readonly line?: StoppedLine;
  readonly because: string;
  readonly now: Instant;
}

/** Places a hold. */
export function placeHold({ n, because, now: at, line, ...place }: HoldPlace): Hold {
  return {
    ...{ ...place, line: line ?? null },
    ...{ id: `${place.version.id}-${n}`, state: 'standing', lifters: liftersOf[place.cause] },
    events: [{ act: 'placed', at, who: place.owner, because }],
  };
}

export interface LiftFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira lets the person lift holds in this project. */
  readonly mayLift: boolean;
  readonly because: string;
  readonly now: Instant;
}

export type LiftOutcome =
  | { readonly kind: 'done'; readonly hold: Hold }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): LiftOutcome => ({ kind: 'refused', message });

/** Lifts a hold, or makes a beginning where it takes two: the second is somebody else, with a reason of their own. */
export function liftHold(hold: Hold, { who, mayLift, because, now: at }: LiftFacts): LiftOutcome {
  if (hold.state === 'lifted') return refused('It was lifted already.');
  if (!mayLift) return refused('This needs somebody who may lift holds in this project.');
  if (because.trim() === '') return refused('Say why it may be lifted.');
  const begun = hold.events.filter(({ act }) => act === 'lift-begun').map((event) => event.who);
  if (begun.includes(who)) return refused('You have agreed to it already. It takes somebody else to lift it.');
  const last = begun.length + 1 >= hold.lifters;
  const event = { act: last ? ('lifted' as const) : ('lift-begun' as const), at, who, because: because.trim() };
  return { kind: 'done', hold: { ...hold, state: last ? 'lifted' : 'standing', events: [...hold.events, event] } };
}

/** Keeps what became of the message to the owners; null where that is known already, or the hold is lifted. */
export function holdTold(hold: Hold, told: Pick<HoldEvent, 'at' | 'because'> & { readonly told: boolean }): Hold | null {
  if (hold.state === 'lifted' || hold.events.some(({ act }) => act === 'told' || act === 'not-told')) return null;
  const { at, because } = told;
  return { ...hold, events: [...hold.events, { act: told.told ? 'told' : 'not-told', at, who: null, because }] };
}
