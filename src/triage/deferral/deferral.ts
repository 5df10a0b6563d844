import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';

/** What became of a deferral. Only `approved` keeps a defect out of the count of a gate, and only until its expiry. */
export const deferralStates = ['requested', 'approved', 'refused', 'expired', 'withdrawn', 'fulfilled'] as const;
export type DeferralState = (typeof deferralStates)[number];

/** What happened to it, in the words of the ledger's kinds. */
export const deferralActs = [
  'requested',
  'approved',
  'refused',
  'extended',
  'expired',
  'withdrawn',
  'fulfilled',
  'reinstated',
] as const;
export type DeferralAct = (typeof deferralActs)[number];

export interface DeferralEvent {
  readonly act: DeferralAct;
  readonly at: Instant;
  /** Pseudonym of the person; null where the app did it. */
  readonly who: string | null;
  /** Why, in the person's or the app's own words; null where nothing needs to be said. */
  readonly because: string | null;
  /** The last moment of the deferral, as it is from this event on. */
  readonly expiresAt: Instant;
}

export interface Release {
  readonly id: string;
  readonly name: string;
}

/** The recorded decision not to fix a defect now. It is what its events made of it; a change is one more event. */
export interface Deferral {
  /** `<id of the defect>-<n>`: its n-th request. */
  readonly id: string;
  readonly projectId: string;
  readonly issueId: string;
  readonly state: DeferralState;
  readonly reason: { readonly key: string; readonly name: string };
  readonly rationale: string;
  /** Workaround or compensating control. */
  readonly control: string | null;
  readonly target: Release;
  /** What the defect was planned for when it was asked. */
  readonly from: readonly Release[];
  /** As it was when it was asked. */
  readonly severity: Severity | null;
  /** Pseudonym. */
  readonly requester: string;
  /** It is the k-th time that this defect is deferred: as it would be while it waits, as it was once it was approved. */
  readonly k: number;
  /** The end of the last day on which it holds. */
  readonly expiresAt: Instant;
  /** Whether the issue gets a comment at the approval. */
  readonly comment: boolean;
  /** Oldest first; never empty. */
  readonly events: readonly DeferralEvent[];
}

/** Counts what happened to it; of two writers who saw the same revision, one is right. */
export function revisionOf({ events }: Pick<Deferral, 'events'>): number {
  return events.length;
}

/** The state at a moment. What is past its expiry is over, whether or not anybody has noticed. */
export function stateAt({ state, expiresAt }: Pick<Deferral, 'state' | 'expiresAt'>, now: Instant): DeferralState {
  if (now < expiresAt) return state;
  if (state === 'approved') return 'expired';
  return state === 'requested' ? 'withdrawn' : state;
}

/** The end of a calendar day (UTC): a deferral holds through its last day. */
export function endOfDay(date: string): Instant {
  return `${date.slice(0, 10)}T23:59:59.000Z`;
}

/** A time during which a deferral held, in order; one that holds still ends at its expiry or now, whichever comes first. */
export interface HeldSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** When a deferral held. An expiry counts from its own moment, not from the one at which it was noticed. */
export function heldSpans({ events }: Pick<Deferral, 'events'>, now: Instant): HeldSpan[] {
  const spans: HeldSpan[] = [];
  let since: Instant | null = null;
  let until: Instant = now;
  for (const { act, at, expiresAt } of events) {
    if (act === 'approved' || act === 'reinstated') since = at;
    else if (since !== null && act !== 'extended') {
      spans.push({ from: since, to: earlier(at, until) });
      since = null;
    }
    until = expiresAt;
  }
  return since === null ? spans : [...spans, { from: since, to: earlier(now, until) }];
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
