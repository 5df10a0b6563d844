import { hour, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { FreezePolicy } from './policy';

export const exceptionStates = ['requested', 'approved', 'refused', 'revoked', 'expired', 'lapsed'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

export interface ExceptionEvent {
  readonly act: ExceptionState;
  readonly at: Instant;
  /** Pseudonym; null for the app. */
  readonly who: string | null;
  readonly because: string | null;
}

/** A permission for a defect to come into a frozen release, for some hours. It is what its events made of it. */
export interface FreezeException {
  /** `<id of the version>-<id of the defect>-<n>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly defectId: string;
  readonly state: ExceptionState;
  /** Pseudonym. */
  readonly requester: string;
  readonly because: string;
  /** For how many hours it holds from its approval. */
  readonly hours: number;
  /** When nobody has decided by then, it lapses. */
  readonly decideBy: Instant;
  /** When it is over; null until it is approved. */
  readonly until: Instant | null;
  /** Oldest first; never empty. */
  readonly events: readonly ExceptionEvent[];
}

/** What it is at a moment, whether or not anybody noticed that a time is over. */
export function exceptionStateAt({ state, until, decideBy }: FreezeException, now: Instant): ExceptionState {
  if (state === 'approved' && (until === null || until <= now)) return 'expired';
  return state === 'requested' && decideBy <= now ? 'lapsed' : state;
}

/**
 * Whether a defect that was put into the release at a moment, and is still in it, came in by this exception: it was let in before the
 * exception was over. What came in under one stays in after it; what comes in after it needs another.
 */
export function letsIn({ until, events }: FreezeException, enteredAt: Instant): boolean {
  if (until === null || !events.some(({ act }) => act === 'approved')) return false;
  const revoked = events.find(({ act }) => act === 'revoked')?.at ?? null;
  return enteredAt < (revoked !== null && revoked < until ? revoked : until);
}

export type ExceptionOutcome =
  | { readonly kind: 'done'; readonly exception: FreezeException }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): ExceptionOutcome => ({ kind: 'refused', message });
const mostLetters = 1000;

export interface ExceptionWish {
  readonly because: string;
  readonly hours: number;
}

export interface ExceptionRequestFacts {
  readonly policy: FreezePolicy;
  readonly isFrozen: boolean;
  /** Whether the defect may come in anyway. */
  readonly isAdmitted: boolean;
  /** Of the same release and defect, in the order in which they were asked for. */
  readonly others: readonly FreezeException[];
  /** Pseudonym of who asks. */
  readonly who: string;
  readonly now: Instant;
}

/** Asks that a defect may come into a frozen release. */
export function askException(
  place: Pick<FreezeException, 'projectId' | 'version' | 'defectId'>,
  { because, hours }: ExceptionWish,
  { policy, isFrozen, isAdmitted, others, who, now }: ExceptionRequestFacts,
): ExceptionOutcome {
  const { version, defectId } = place;
  const said = because.trim();
  if (!isFrozen) return refused(`${version.name} is not frozen: no exception is needed.`);
  if (isAdmitted) return refused(`This defect may come into ${version.name} without an exception.`);
  if (said === '') return refused('Say why it cannot wait for the next release.');
  if (said.length > mostLetters) return refused(`Keep the reason below ${mostLetters} characters.`);
  if (!Number.isInteger(hours) || hours < 1 || hours > policy.mostHours) return refused(`Choose 1 to ${policy.mostHours} hours.`);
  const states = others.map((other) => exceptionStateAt(other, now));
  if (states.includes('requested')) return refused('An exception was asked for already, and waits for a decision.');
  if (states.includes('approved')) return refused('An exception for it holds already.');
  return {
    kind: 'done',
    exception: {
      ...place,
      ...{ id: `${version.id}-${defectId}-${others.length + 1}`, state: 'requested', requester: who, because: said, hours },
      ...{ decideBy: plus(now, policy.decideWithinHours * hour), until: null },
      events: [{ act: 'requested', at: now, who, because: said }],
    },
  };
}

/** What a person does with an exception. */
export type ExceptionCommand = { readonly act: 'approve' } | { readonly act: 'refuse' | 'revoke'; readonly because: string };

export interface ExceptionCommandFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira lets the person override gates in this project. */
  readonly mayDecide: boolean;
  readonly now: Instant;
}

const overWords: Readonly<Record<Exclude<ExceptionState, 'requested' | 'approved'>, string>> = {
  refused: 'It was refused. Ask for another one.',
  revoked: 'It was revoked. Ask for another one.',
  expired: 'It is over. Nothing is renewed silently: ask for another one.',
  lapsed: 'Nobody decided in time. Ask for another one.',
};

/** What becomes of an exception when a person acts on it: never does who asked for it approve it. */
export function decideException(
  exception: FreezeException,
  command: ExceptionCommand,
  { who, mayDecide, now: at }: ExceptionCommandFacts,
): ExceptionOutcome {
  const state = exceptionStateAt(exception, at);
  const own = who === exception.requester;
  if (state !== 'requested' && state !== 'approved') return refused(overWords[state]);
  if (state === 'approved' && command.act !== 'revoke') return refused('It was approved already.');
  if (!mayDecide && !(own && command.act === 'revoke'))
    return refused('This needs somebody who may override gates in this project.');
  if (command.act === 'approve') {
    if (own) return refused('You asked for this exception, so somebody else decides.');
    return done({ ...exception, until: plus(at, exception.hours * hour) }, { act: 'approved', at, who, because: null });
  }
  const because = command.because.trim().slice(0, mostLetters);
  if (because === '') return refused('Say why.');
  return done(exception, { act: command.act === 'refuse' ? 'refused' : 'revoked', at, who, because });
}

/** Ends what is past its time. @returns null where nothing changes */
export function settleException(exception: FreezeException, now: Instant): FreezeException | null {
  const state = exceptionStateAt(exception, now);
  if (state === exception.state) return null;
  const because = state === 'lapsed' ? 'Nobody decided in time.' : 'Its time is over.';
  return withEvent(exception, { act: state, at: now, who: null, because });
}

function done(exception: FreezeException, event: ExceptionEvent): ExceptionOutcome {
  return { kind: 'done', exception: withEvent(exception, event) };
}

function withEvent(exception: FreezeException, event: ExceptionEvent): FreezeException {
  return { ...exception, state: event.act, events: [...exception.events, event] };
}
