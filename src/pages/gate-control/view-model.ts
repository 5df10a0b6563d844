import type { GateControlView, HoldView, OverrideView } from '../../contracts/gate-control';
import { holdTitle, isCoverable, isPassable, overrideStateAt } from '../../gates';
import type { Drill, Hold, Override, OverridePolicy } from '../../gates';
import type { StoredVerdict } from '../../gates/shell';
import { between } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { mostCharacters } from '../../triage';
import type { May } from '../access';
import { drillView } from './drill-view';
import { eventView, personOf } from './people';

export interface ControlFacts {
  /** Those with a gate, in promotion order. */
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  /** All of them. */
  readonly allStages: readonly { readonly key: string; readonly name: string }[];
  readonly verdicts: readonly StoredVerdict[];
  readonly holds: readonly Hold[];
  readonly drills: readonly Drill[];
  /** Keys of defects that stopped the line, by their ids; those that the viewer may not see are missing. */
  readonly defects: ReadonlyMap<string, string>;
  readonly overrides: readonly Override[];
  readonly policy: OverridePolicy;
  readonly may: May;
  /** Account ids by pseudonym; those of people who were erased are missing. */
  readonly people: ReadonlyMap<string, string>;
  readonly accountId: string;
  readonly now: Instant;
}

/** Holds and overrides of a release, with what the viewer may do about them. The back end decides anew when it is done. */
export function gateControlView(facts: ControlFacts): GateControlView {
  const { stages, verdicts, overrides, policy, may, now } = facts;
  const live = (key: string) =>
    overrides.some(({ stage, ...rest }) => stage.key === key && isLive(overrideStateAt({ stage, ...rest }, now)));
  return {
    now,
    may: { hold: may.liftHolds, override: may.overrideGates },
    stages: stages.map(({ key, name }) => {
      const judged = verdicts.find(({ verdict }) => verdict.stage.key === key);
      const fresh = judged !== undefined && judged.until > now;
      const state = fresh ? judged.verdict.state : 'unknown';
      return { key, name, state, askable: fresh && state !== 'open' && isCoverable(judged.verdict) && !live(key) };
    }),
    holds: facts.holds
      .map((hold) => holdView(hold, facts))
      .reverse()
      .sort((a, b) => Number(b.standing) - Number(a.standing)),
    overrides: overrides
      .map((override) => overrideView(override, facts))
      .reverse()
      .sort((a, b) => Number(isLive(b.state)) - Number(isLive(a.state))),
    drills: facts.drills
      .map((drill) => drillView(drill, facts))
      .reverse()
      .sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running')),
    drillStages: facts.allStages.map(({ key, name }) => ({ key, name })),
    policy: { ...policy, reasons: [...policy.reasons], mostCharacters },
  };
}

function isLive(state: OverrideView['state']): boolean {
  return state === 'requested' || state === 'approved';
}

function holdView(hold: Hold, facts: ControlFacts): HoldView {
  const { id, stages, state, lifters, events, owner } = hold;
  const agreed = events.flatMap(({ act, who }) => (act === 'lift-begun' && who !== null ? [who] : []));
  const names = stages?.map((key) => facts.allStages.find((stage) => stage.key === key)?.name ?? key) ?? null;
  const standing = state === 'standing';
  return {
    ...{ id, title: holdTitle(hold), because: events[0]?.because ?? '', stages: names, standing, lifters },
    placedAt: events[0]?.at ?? '',
    placedBy: owner === null ? null : personOf(owner, facts),
    agreed: agreed.map((who) => personOf(who, facts)),
    mayLift: standing && facts.may.liftHolds && !agreed.some((who) => facts.people.get(who) === facts.accountId),
    line: lineView(hold, facts),
    events: events.map((event) => eventView(event, facts)),
  };
}

function lineView({ line, events }: Hold, { defects }: ControlFacts): HoldView['line'] {
  if (line === null) return null;
  const after = (at: string) => Math.max(0, Math.round(between(line.seenAt, at) / 1000));
  const told = events.find(({ act }) => act === 'told');
  return {
    ...{ defect: defects.get(issueOfLine(line.subject)) ?? null, seenAt: line.seenAt },
    stoppedAfterSeconds: after(events[0]?.at ?? line.seenAt),
    toldAfterSeconds: told === undefined ? null : after(told.at),
    notTold: events.find(({ act }) => act === 'not-told')?.because ?? null,
  };
}

/** Id of the defect; empty where an incident stopped it. */
function issueOfLine(subject: string): string {
  return subject.startsWith('defect:') ? subject.slice('defect:'.length) : '';
}

function overrideView(override: Override, facts: ControlFacts): OverrideView {
  const { id, stage, reason, rationale, requester, decideBy, hours, until, covers, events } = override;
  const { now, may, people, accountId, verdicts } = facts;
  const state = overrideStateAt(override, now);
  const own = people.get(requester) === accountId;
  const judged = verdicts.find(({ verdict }) => verdict.stage.key === stage.key);
  const titles = new Map(judged?.verdict.conditions.map((condition) => [condition.id, condition.title]));
  return {
    ...{ id, stage, state, reason: reason.name, rationale, decideBy, hours, until },
    passes: judged !== undefined && judged.until > now && isPassable(override, judged.verdict, now),
    requestedBy: personOf(requester, facts),
    requestedAt: events[0]?.at ?? '',
    covers: covers.map((covered) => `${titles.get(covered.id) ?? covered.id}: ${covered.value ?? 'not known'}`),
    events: events.map((event) => eventView(event, facts)),
    may: {
      approve: state === 'requested' && may.overrideGates && !own,
      refuse: state === 'requested' && may.overrideGates,
      revoke: isLive(state) && (may.overrideGates || own),
    },
  };
}
