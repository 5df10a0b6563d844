import { hour, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Verdict } from '../verdict';
import { endOf, isCoverable, overrideStateAt, reasonsOf, uncovered } from './override';
import type { Override, OverrideAct, OverrideEvent, OverrideState } from './override';
import type { OverridePolicy } from './policy';

/** What a person asks for. */
export interface OverrideWish {
  /** Key of a class of reasons. */
  readonly reason: string;
  readonly rationale: string;
  readonly hours: number;
}

export interface OverrideProblem {
  readonly field: 'gate' | 'reason' | 'rationale' | 'hours';
  readonly message: string;
}

export interface OverrideRequestFacts {
  readonly policy: OverridePolicy;
  readonly verdict: Verdict;
  /** Whether the verdict may be relied on at this moment. */
  readonly fresh: boolean;
  /** Overrides of the same release and stage. */
  readonly others: readonly Override[];
  /** What the rationale lacks, in words. */
  readonly rationaleProblems: readonly string[];
  readonly now: Instant;
}

/** Why an override cannot be asked for; none where it can. */
export function overrideProblems(wish: OverrideWish, facts: OverrideRequestFacts): OverrideProblem[] {
  const { policy, verdict, fresh, others, now } = facts;
  const gate = gateProblem(verdict, fresh, others, now);
  return [
    ...(gate === null ? [] : [{ field: 'gate' as const, message: gate }]),
    ...(policy.reasons.some(({ key }) => key === wish.reason)
      ? []
      : [{ field: 'reason' as const, message: 'Choose the class of the reason.' }]),
    ...facts.rationaleProblems.map((message) => ({ field: 'rationale' as const, message })),
    ...(Number.isInteger(wish.hours) && wish.hours >= 1 && wish.hours <= policy.mostHours
      ? []
      : [{ field: 'hours' as const, message: `Choose 1 to ${policy.mostHours} hours.` }]),
  ];
}

function gateProblem(verdict: Verdict, fresh: boolean, others: readonly Override[], now: Instant): string | null {
  if (verdict.state === 'open') return 'The gate is open, so there is nothing to override.';
  if (!fresh) return 'The verdict is stale. Holdpoint must read Jira again before anybody can say what is overridden.';
  if (!isCoverable(verdict))
    return verdict.conditions.some(({ rule, state }) => rule === 'hold' && state === 'breached')
      ? 'A hold stands on this release. It is lifted, not overridden.'
      : 'What the gate rests on is not known, so nobody can say what would be overridden.';
  const live = others.find((other) => ['requested', 'approved'].includes(overrideStateAt(other, now)));
  if (live === undefined) return null;
  return overrideStateAt(live, now) === 'requested'
    ? 'An override of this gate was asked for already and waits for a decision.'
    : 'An override of this gate is live already.';
}

/** The request of a wish that has no problems. @param n counts the overrides of this release and stage, from 1 */
export function overrideOf(
  wish: OverrideWish,
  facts: OverrideRequestFacts,
  place: Pick<Override, 'projectId' | 'version' | 'stage' | 'requester'> & { readonly n: number },
): Override {
  const { projectId, version, stage, requester, n } = place;
  const { now, policy, verdict } = facts;
  const reason = policy.reasons.find(({ key }) => key === wish.reason) ?? { key: wish.reason, name: wish.reason };
  return {
    ...{ id: `${version.id}-${stage.key}-${n}`, projectId, version, stage, state: 'requested', requester, reason },
    ...{ rationale: wish.rationale.trim(), covers: reasonsOf(verdict), hours: wish.hours, until: null },
    decideBy: plus(now, policy.decideWithinHours * hour),
    events: [{ act: 'requested', at: now, who: requester, because: null }],
  };
}

/** What a person does with an override. */
export type OverrideCommand = { readonly act: 'approve' } | { readonly act: 'refuse' | 'revoke'; readonly because: string };

export interface OverrideCommandFacts {
  readonly now: Instant;
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira lets the person override gates in this project. */
  readonly mayOverride: boolean;
  /** Pseudonyms of those who wrote the policy that holds the gate. */
  readonly authors: readonly string[];
  /** What the gate says now. */
  readonly verdict: Verdict;
  readonly fresh: boolean;
}

export type OverrideOutcome =
  | { readonly kind: 'done'; readonly override: Override }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

/** What becomes of an override when a person acts on it. */
export function decideOverride(override: Override, command: OverrideCommand, facts: OverrideCommandFacts): OverrideOutcome {
  const message =
    stateProblem(override, command, facts.now) ??
    roleProblem(override, command, facts) ??
    reasonProblem(override, command, facts);
  if (message !== null) return { kind: 'refused', message };
  const { now: at, who } = facts;
  if (command.act === 'approve') {
    const approved = { ...override, until: endOf(override, at) };
    return { kind: 'done', override: withEvent(approved, 'approved', { at, who, because: null }) };
  }
  const act = command.act === 'refuse' ? 'refused' : 'revoked';
  return { kind: 'done', override: withEvent(override, act, { at, who, because: command.because }) };
}

const stateAfter: Readonly<Record<OverrideAct, OverrideState>> = {
  requested: 'requested',
  approved: 'approved',
  refused: 'refused',
  revoked: 'revoked',
  voided: 'void',
  expired: 'expired',
  lapsed: 'lapsed',
};

function withEvent(override: Override, act: OverrideAct, event: Omit<OverrideEvent, 'act'>): Override {
  return { ...override, state: stateAfter[act], events: [...override.events, { act, ...event }] };
}

const overWords: Readonly<Record<Exclude<OverrideState, 'requested' | 'approved'>, string>> = {
  refused: 'It was refused. Ask for another one.',
  revoked: 'It was revoked. Ask for another one.',
  void: 'It is void, because a new reason holds the gate. Ask for another one.',
  expired: 'It is over. Nothing is renewed silently: ask for another one.',
  lapsed: 'Nobody decided in time. Ask for another one, with what holds the gate now.',
};

function stateProblem(override: Override, { act }: OverrideCommand, now: Instant): string | null {
  const state = overrideStateAt(override, now);
  if (state === 'requested') return null;
  if (state !== 'approved') return overWords[state];
  return act === 'revoke' ? null : 'It was approved already.';
}

function roleProblem(
  { requester }: Override,
  { act }: OverrideCommand,
  { who, mayOverride, authors }: OverrideCommandFacts,
): string | null {
  if (act === 'revoke')
    return mayOverride || who === requester ? null : 'Only who asked for it, or somebody who may override gates, may revoke it.';
  if (!mayOverride) return 'This needs somebody who may override gates in this project.';
  // Who asked, or wrote the policy, may take part in saying no, but not in saying yes.
  if (act === 'refuse') return null;
  if (who === requester) return 'You asked for this override, so somebody else decides.';
  return authors.includes(who) ? 'You wrote the policy that holds this gate, so somebody else decides.' : null;
}

/** An approval rests on what the requester saw: whatever holds the gate beyond that has to be asked for anew. */
function reasonProblem(override: Override, { act }: OverrideCommand, { verdict, fresh }: OverrideCommandFacts): string | null {
  if (act !== 'approve') return null;
  if (verdict.state === 'open') return 'The gate is open by now, so there is nothing to override.';
  if (!fresh) return 'The verdict is stale. Holdpoint must read Jira again before anybody can say what is overridden.';
  if (!isCoverable(verdict))
    return 'A hold stands on this release, or what its gate rests on is not known; neither can be overridden.';
  const others = uncovered(override, verdict.conditions);
  if (others.length === 0) return null;
  const first = inSentence(others[0]?.title ?? '');
  const more = others.length === 1 ? '' : ` and ${others.length - 1} more`;
  return `Since it was asked for, the gate is held by a new reason: ${first}${more}. Ask for another one.`;
}

/**
 * What the app does by itself: ends what is past its time, and voids a live one as soon as a reason holds the gate that it does not
 * cover. A void one stays void, also when that reason is gone again.
 * @param verdict the newest one; null where there is none
 * @returns null where nothing changes
 */
export function settleOverride(override: Override, verdict: Pick<Verdict, 'conditions'> | null, now: Instant): Override | null {
  if (override.state !== 'requested' && override.state !== 'approved') return null;
  const app = { at: now, who: null };
  const state = overrideStateAt(override, now);
  if (state === 'lapsed') return withEvent(override, 'lapsed', { ...app, because: 'Nobody decided in time.' });
  if (state === 'expired') return withEvent(override, 'expired', { ...app, because: 'Its time is over.' });
  if (state !== 'approved' || verdict === null) return null;
  // What is not known just now keeps the gate closed for as long; only what is known to be new ends the override.
  const first = uncovered(override, verdict.conditions).find(({ value }) => value !== null);
  if (first === undefined) return null;
  return withEvent(override, 'voided', { ...app, because: `A new reason holds the gate: ${inSentence(first.title)}.` });
}

function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
