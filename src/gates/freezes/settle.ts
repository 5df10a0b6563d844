import { between, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { startOf } from './freeze';
import type { Freeze, FreezeAct, FreezeCause } from './freeze';

/** What began longer ago than this is not acted on afterwards: people could not know of it. */
const late = 60 * minute;

export interface FreezeFacts {
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  /** Released, archived or gone: nothing comes in any more. */
  readonly isOut: boolean;
  /** Calendar day of the settings; null where none is set. */
  readonly day: string | null;
  /** The release ticket that is in the status which freezes, and since when; null where none is. */
  readonly ticket: { readonly id: string; readonly at: Instant } | null;
  /** All of this release, in the order in which they began. */
  readonly freezes: readonly Freeze[];
  readonly now: Instant;
}

/**
 * What the app does by itself about the freeze of a release: begins it on its day or with its ticket, ends it with the release or where
 * its day was changed, and takes it up again where the release was taken back. Done twice, it changes nothing.
 * @returns what is new or changed; null where nothing is
 */
export function settleFreeze(facts: FreezeFacts): Freeze | null {
  const { isOut, day, freezes, now } = facts;
  const standing = freezes.find(({ state }) => state === 'standing');
  if (standing !== undefined) {
    if (isOut) return withEvent(standing, 'released', { at: now, who: null, because: 'The release is out.' });
    if (standing.cause === 'day' && standing.mark !== day)
      return withEvent(standing, 'ended', { at: now, who: null, because: 'The day of its freeze was changed in the settings.' });
    return null;
  }
  if (isOut) return null;
  const last = freezes.at(-1);
  if (last?.events.at(-1)?.act === 'released')
    return withEvent(last, 'resumed', { at: now, who: null, because: 'The release was taken back.' });
  return begunByDay(facts) ?? begunByTicket(facts);
}

function begunByDay(facts: FreezeFacts): Freeze | null {
  const { day, now } = facts;
  if (day === null || startOf(day) > now || isKnown(facts, 'day', day)) return null;
  return begun(facts, { cause: 'day', mark: day, since: startOf(day), who: null, because: 'The day of its freeze has come.' });
}

function begunByTicket(facts: FreezeFacts): Freeze | null {
  if (facts.ticket === null) return null;
  const { id, at } = facts.ticket;
  const mark = `${id}:${at}`;
  if (isKnown(facts, 'ticket', mark)) return null;
  // Where the settings name the status only now, nobody could know of it before.
  const since = between(at, facts.now) <= late ? at : facts.now;
  return begun(facts, {
    cause: 'ticket',
    mark,
    since,
    who: null,
    because: 'Its release ticket entered the status that freezes.',
  });
}

function isKnown({ freezes }: FreezeFacts, cause: FreezeCause, mark: string): boolean {
  return freezes.some((freeze) => freeze.cause === cause && freeze.mark === mark);
}

type Beginning = Pick<Freeze, 'cause' | 'mark' | 'since'> & { readonly who: string | null; readonly because: string };

function begun({ projectId, version, freezes, now }: FreezeFacts, { who, because, ...beginning }: Beginning): Freeze {
  const actsFrom = between(beginning.since, now) <= late ? beginning.since : now;
  return {
    ...beginning,
    ...{ id: `${version.id}-${freezes.length + 1}`, projectId, version, state: 'standing', actsFrom },
    events: [{ act: 'began', at: now, who, because }],
  };
}

function withEvent(freeze: Freeze, act: FreezeAct, event: { at: Instant; who: string | null; because: string }): Freeze {
  const state = act === 'began' || act === 'resumed' ? 'standing' : 'ended';
  // What came in while nothing was frozen is not acted on afterwards.
  const actsFrom = act === 'resumed' ? event.at : freeze.actsFrom;
  return { ...freeze, state, actsFrom, events: [...freeze.events, { act, ...event }] };
}

export interface FreezeActor {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira lets the person place and lift holds in this project. */
  readonly may: boolean;
  readonly because: string;
}

export type FreezeOutcome =
  | { readonly kind: 'done'; readonly freeze: Freeze }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): FreezeOutcome => ({ kind: 'refused', message });
const notAllowed = 'This needs somebody who may place and lift holds in this project.';

/** Freezes a release by hand, from now on. */
export function beginFreeze(facts: FreezeFacts, { who, may, because }: FreezeActor): FreezeOutcome {
  if (!may) return refused(notAllowed);
  if (because.trim() === '') return refused('Say why it is frozen now.');
  if (facts.isOut) return refused(`${facts.version.name} is out already.`);
  if (facts.freezes.some(({ state }) => state === 'standing')) return refused('It is frozen already.');
  return { kind: 'done', freeze: begun(facts, { cause: 'hand', mark: '', since: facts.now, who, because: because.trim() }) };
}

/** Ends a freeze by hand. What began it does not begin it again; another day, or the ticket entering the status anew, does. */
export function endFreeze(freezes: readonly Freeze[], { who, may, because }: FreezeActor, now: Instant): FreezeOutcome {
  const standing = freezes.find(({ state }) => state === 'standing');
  if (standing === undefined) return refused('It is not frozen.');
  if (!may) return refused(notAllowed);
  if (because.trim() === '') return refused('Say why everything may come in again.');
  return { kind: 'done', freeze: withEvent(standing, 'ended', { at: now, who, because: because.trim() }) };
}
