import { dayWords } from '../../kernel/day-words';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { heldSpans, stateAt } from './deferral';
import type { Deferral, DeferralAct, DeferralEvent, DeferralState } from './deferral';
import { levelWords } from './policy';
import type { ApproverLevel, DeferralPolicy } from './policy';
import { byRelease, isComing } from './releases';
import type { OrderedRelease } from './releases';
import { expiryProblem } from './request';

/** What a person does with a deferral. */
export type DeferralCommand =
  | { readonly act: 'approve'; readonly comment: boolean }
  | { readonly act: 'refuse'; readonly because: string }
  | { readonly act: 'withdraw'; readonly because: string }
  /** Until the end of a day. */
  | { readonly act: 'extend' | 'reinstate'; readonly because: string; readonly expiresAt: Instant };

export interface CommandFacts {
  readonly policy: DeferralPolicy;
  readonly now: Instant;
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether the policy lets the person approve at the level of this deferral. */
  readonly approves: boolean;
  /** The level, for the message. */
  readonly level: ApproverLevel;
  /** Pseudonym; null where nobody is assigned. */
  readonly assignee: string | null;
  readonly defect: { readonly open: boolean; readonly severity: Severity | null; readonly planned: readonly string[] };
  readonly releases: readonly OrderedRelease[];
  /** How often deferrals of this defect came to hold so far. */
  readonly times: number;
  /** Whether another deferral of the defect waits or holds. */
  readonly other: boolean;
}

export type CommandOutcome =
  | { readonly kind: 'done'; readonly deferral: Deferral }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): CommandOutcome => ({ kind: 'refused', message });

/** What becomes of a deferral when a person acts on it. */
export function decideDeferral(deferral: Deferral, command: DeferralCommand, facts: CommandFacts): CommandOutcome {
  const state = stateAt(deferral, facts.now);
  const message =
    stateProblem(deferral, state, command.act, facts) ??
    roleProblem(deferral, command, facts) ??
    wishProblem(deferral, command, facts);
  if (message !== null) return refused(message);
  const { now: at, who } = facts;
  if (command.act === 'approve')
    return done({ ...deferral, k: facts.times + 1, comment: command.comment }, 'approved', { at, who, because: null });
  const event = { at, who, because: command.because };
  switch (command.act) {
    case 'refuse':
      return done(deferral, 'refused', event);
    case 'withdraw':
      return done(deferral, 'withdrawn', event);
    case 'extend':
      return done({ ...deferral, expiresAt: command.expiresAt }, 'extended', event);
    case 'reinstate':
      return done({ ...deferral, k: facts.times + 1, expiresAt: command.expiresAt }, 'reinstated', event);
  }
}

function done(deferral: Deferral, act: DeferralAct, event: Omit<DeferralEvent, 'act' | 'expiresAt'>): CommandOutcome {
  return { kind: 'done', deferral: withEvent(deferral, act, event) };
}

const stateAfter: Readonly<Record<DeferralAct, DeferralState>> = {
  requested: 'requested',
  approved: 'approved',
  extended: 'approved',
  reinstated: 'approved',
  refused: 'refused',
  expired: 'expired',
  withdrawn: 'withdrawn',
  fulfilled: 'fulfilled',
};

function withEvent(deferral: Deferral, act: DeferralAct, event: Omit<DeferralEvent, 'act' | 'expiresAt'>): Deferral {
  return {
    ...deferral,
    state: stateAfter[act],
    events: [...deferral.events, { act, ...event, expiresAt: deferral.expiresAt }],
  };
}

const possible: Readonly<Record<DeferralCommand['act'], readonly DeferralState[]>> = {
  approve: ['requested'],
  refuse: ['requested'],
  withdraw: ['requested', 'approved'],
  extend: ['approved'],
  reinstate: ['expired', 'withdrawn'],
};

function stateProblem(
  { expiresAt, events, state: kept }: Deferral,
  state: DeferralState,
  act: DeferralCommand['act'],
  { other }: CommandFacts,
): string | null {
  const held = events.some((event) => event.act === 'approved');
  if (possible[act].includes(state)) {
    if (act !== 'reinstate') return null;
    if (!held) return 'It was never approved, so there is nothing to reinstate. Ask for a deferral anew.';
    // Each time that it held has its own end, and that comes first.
    if (kept !== state) return 'Its end is not on record yet. Try again in a minute.';
    return other ? 'Another deferral of this defect waits or holds already.' : null;
  }
  if (state === 'expired')
    return `It expired on ${dayWords(expiresAt)}, and the defect counts again. ${act === 'extend' ? 'An expired deferral is not extended: reinstate it, or ask for a new one.' : 'Reinstate it, or ask for a new one.'}`;
  if (state === 'withdrawn' && !held && events.at(-1)?.act === 'requested')
    return `Its last day, ${dayWords(expiresAt)}, passed before anybody decided. Ask for it anew.`;
  const words: Readonly<Record<DeferralState, string>> = {
    requested: 'It waits for a decision.',
    approved: 'It was approved already.',
    refused: 'It was refused. Ask for it anew with what was missing.',
    expired: 'It is over.',
    withdrawn: 'It was withdrawn.',
    fulfilled: 'It is fulfilled: the defect is done, or planned for the release to which it was deferred.',
  };
  return words[state];
}

function roleProblem(
  { requester }: Deferral,
  { act }: DeferralCommand,
  { who, approves, level, assignee }: CommandFacts,
): string | null {
  if (act === 'withdraw')
    return approves || who === requester ? null : `Only who asked for it may withdraw it, or ${levelWords(level)}.`;
  if (!approves) return `This needs ${levelWords(level)}.`;
  // Who asked may take part in saying no, but not in saying yes.
  if (act === 'refuse') return null;
  if (who === requester) return `You asked for this deferral, so somebody else decides: ${levelWords(level)}.`;
  return who === assignee ? `The defect is assigned to you, so somebody else decides: ${levelWords(level)}.` : null;
}

/** Whether it can come to hold, or hold for longer, as things are now. */
function wishProblem(deferral: Deferral, command: DeferralCommand, facts: CommandFacts): string | null {
  if (command.act === 'refuse' || command.act === 'withdraw') return null;
  const { policy, now, defect, releases } = facts;
  const ending = endingOf(deferral, { ...facts, releases });
  if (ending !== null) return `${ending.because} There is nothing to defer.`;
  const expiresAt = command.act === 'approve' ? deferral.expiresAt : command.expiresAt;
  if (command.act === 'extend' && expiresAt <= deferral.expiresAt)
    return `It holds until ${dayWords(deferral.expiresAt)} already. Choose a later day, or withdraw it.`;
  // An extension stays within what the policy allows from the approval on: for longer it takes another deferral, and its approver.
  const from = command.act === 'extend' ? (heldSpans(deferral, now).at(-1)?.from ?? now) : now;
  return expiryProblem(expiresAt, policy, defect.severity, from, now);
}

export interface EndFacts {
  readonly defect: { readonly open: boolean; readonly planned: readonly string[] };
  readonly releases: readonly OrderedRelease[];
}

/** Why a deferral has come to its end by what became of its defect or its target; null while it has not. Time is not looked at. */
export function endingOf(
  { target }: Pick<Deferral, 'target'>,
  { defect, releases }: EndFacts,
): { readonly act: 'fulfilled' | 'expired'; readonly because: string } | null {
  if (!defect.open) return { act: 'fulfilled', because: 'The defect is done.' };
  const goal = releases.find(({ id }) => id === target.id);
  if (goal === undefined) return { act: 'expired', because: `${target.name}, to which it was deferred, is gone.` };
  const planned = releases.filter(({ id }) => defect.planned.includes(id));
  if (planned.some((release) => byRelease(release, goal) >= 0))
    return { act: 'fulfilled', because: `The defect is planned for ${target.name} or a later release.` };
  if (!isComing(goal)) return { act: 'expired', because: `${target.name}, to which it was deferred, is out or archived.` };
  return null;
}

/**
 * What the app does by itself: ends what is past its expiry, what came true, and what has lost its target. One that holds ends exactly
 * once; one that nobody decided in time is withdrawn.
 * @returns null where nothing changes
 */
export function settleDeferral(deferral: Deferral, facts: EndFacts & { readonly now: Instant }): Deferral | null {
  const { now: at } = facts;
  const isOver = deferral.state !== 'requested' && deferral.state !== 'approved';
  if (isOver) return null;
  const app = { at, who: null };
  if (stateAt(deferral, at) !== deferral.state) {
    const because = `Its last day was ${dayWords(deferral.expiresAt)}.`;
    return deferral.state === 'approved'
      ? withEvent(deferral, 'expired', { ...app, because })
      : withEvent(deferral, 'withdrawn', { ...app, because: `${because} Nobody had decided.` });
  }
  const ending = endingOf(deferral, facts);
  if (ending === null) return null;
  // What never held did not come true and cannot run out.
  const act = deferral.state === 'approved' ? ending.act : 'withdrawn';
  return withEvent(deferral, act, { ...app, because: ending.because });
}

/** How often deferrals came to hold: each approval and each reinstatement is one time. */
export function timesHeld(deferrals: readonly Pick<Deferral, 'events'>[]): number {
  return deferrals.flatMap(({ events }) => events).filter(({ act }) => act === 'approved' || act === 'reinstated').length;
}

/**
 * Whether a deferral keeps its defect out of the count of a release: it holds, and its target comes after that release.
 * @param facts of the defect and the releases as they are now
 */
export function defersFor(deferral: Deferral, versionId: string, facts: EndFacts & { readonly now: Instant }): boolean {
  if (stateAt(deferral, facts.now) !== 'approved' || endingOf(deferral, facts) !== null) return false;
  const judged = facts.releases.find(({ id }) => id === versionId);
  const goal = facts.releases.find(({ id }) => id === deferral.target.id);
  return judged !== undefined && goal !== undefined && byRelease(goal, judged) > 0;
}
