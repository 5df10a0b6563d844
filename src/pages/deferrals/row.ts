import type { DeferralRow } from '../../contracts/deferrals';
import type { StoredDefect } from '../../defects/shell';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import {
  heldSpans,
  isApprover,
  latestExpiry,
  levelFor,
  levelWords,
  stateAt,
  timesHeld,
  type DecidingPerson,
  type Deferral,
  type DeferralAct,
  type DeferralPolicy,
} from '../../triage';

/** What rows of deferrals are made from. */
export interface RowFacts {
  readonly policy: DeferralPolicy;
  readonly now: Instant;
  /** Account ids by pseudonym; those of people who were erased are missing. */
  readonly people: ReadonlyMap<string, string>;
  /** Account ids of assignees by the id of the defect. */
  readonly assignees: ReadonlyMap<string, string>;
  /** Scores by the id of the defect. */
  readonly scores: ReadonlyMap<string, { readonly score: number }>;
  readonly viewer: DecidingPerson;
}

const titles: Readonly<Record<DeferralAct, string>> = {
  requested: 'Asked for',
  approved: 'Approved',
  refused: 'Refused',
  extended: 'Extended',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  fulfilled: 'Fulfilled',
  reinstated: 'Reinstated',
};

/** @param all deferrals of the same defect */
export function deferralRow(deferral: Deferral, defect: StoredDefect, all: readonly Deferral[], facts: RowFacts): DeferralRow {
  const { now, policy, people } = facts;
  const { id, target, from, reason, rationale, control, expiresAt, events, requester } = deferral;
  const state = stateAt(deferral, now);
  const person = (pseudonym: string) => ({ accountId: people.get(pseudonym) ?? null, pseudonym });
  const decided = events.find(({ act }) => act === 'approved' || act === 'refused');
  const may = mayOf(deferral, defect, all, facts);
  return {
    id,
    defect: {
      ...{ id: defect.id, key: defect.key, summary: defect.summary, severity: defect.severity },
      ...{ status: defect.status, open: defect.open },
    },
    ...{ state, k: state === 'requested' ? timesHeld(all) + 1 : deferral.k, reason, rationale, control, target, from: [...from] },
    requestedBy: person(requester),
    requestedAt: events[0]?.at ?? expiresAt,
    approver: decided?.who == null ? null : person(decided.who),
    decidedAt: decided?.at ?? null,
    expiresAt,
    daysLeft: state === 'approved' ? Math.max(0, Math.floor(between(now, expiresAt) / day)) : null,
    waitsFor: state === 'requested' ? `Waits for ${levelWords(levelAt(deferral, all, facts))}.` : null,
    waitsForViewer: may.approve,
    score: facts.scores.get(defect.id)?.score ?? null,
    may,
    latestDay: may.extend || may.reinstate ? latestDay(deferral, defect, facts) : null,
    events: events.map(({ at, act, who, because }) => ({
      ...{ at, title: titles[act], who: who === null ? null : person(who), because },
    })),
  };

  function latestDay(one: Deferral, of: StoredDefect, { now: at }: RowFacts): string {
    const since = stateAt(one, at) === 'approved' ? (heldSpans(one, at).at(-1)?.from ?? at) : at;
    return latestExpiry(policy, of.severity, since).slice(0, 10);
  }
}

function levelAt(deferral: Deferral, all: readonly Deferral[], { policy, now }: RowFacts) {
  return levelFor(policy, stateAt(deferral, now) === 'approved' ? deferral.k : timesHeld(all) + 1);
}

/** What the viewer may do, as far as the store knows; deciding asks Jira again. */
function mayOf(deferral: Deferral, defect: StoredDefect, all: readonly Deferral[], facts: RowFacts): DeferralRow['may'] {
  const { now, people, assignees, viewer } = facts;
  const state = stateAt(deferral, now);
  const approves = isApprover(levelAt(deferral, all, facts), viewer);
  const own = people.get(deferral.requester) === viewer.accountId;
  const isFree = approves && !own && assignees.get(defect.id) !== viewer.accountId;
  const held = timesHeld([deferral]) > 0;
  const other = all.some((one) => one.id !== deferral.id && ['requested', 'approved'].includes(stateAt(one, now)));
  const over = state === 'expired' || state === 'withdrawn';
  return {
    approve: state === 'requested' && isFree && defect.open,
    refuse: state === 'requested' && approves,
    extend: state === 'approved' && isFree,
    withdraw: (state === 'requested' || state === 'approved') && (approves || own),
    reinstate: over && held && isFree && !other && defect.open,
  };
}
