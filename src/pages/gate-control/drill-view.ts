import type { DrillView } from '../../contracts/gate-control';
import { drillTimes, nextOfDrill } from '../../gates';
import type { Drill } from '../../gates';
import type { Instant } from '../../kernel/instant';
import type { May } from '../access';
import { eventView, personOf } from './people';

interface DrillFacts {
  readonly allStages: readonly { readonly key: string; readonly name: string }[];
  readonly may: May;
  /** Account ids by pseudonym. */
  readonly people: ReadonlyMap<string, string>;
  readonly accountId: string;
  readonly now: Instant;
}

/** A drill, with what the viewer may do about it. The back end decides anew when it is done. */
export function drillView(drill: Drill, facts: DrillFacts): DrillView {
  const { id, stage, events } = drill;
  const state = nextOfDrill(drill, facts.now) === 'lapse' ? 'lapsed' : drill.state;
  const started = events[0];
  const agreed = events.find(({ act }) => act === 'agreed')?.who ?? null;
  const own = agreed !== null && facts.people.get(agreed) === facts.accountId;
  const runs = state === 'running' && facts.may.liftHolds;
  return {
    ...{ id, stage: stage.name, state, seconds: { ...drillTimes(drill) } },
    stages: drill.stages.map((key) => facts.allStages.find((one) => one.key === key)?.name ?? key),
    startedAt: started?.at ?? '',
    startedBy: started?.who == null ? null : personOf(started.who, facts),
    notTold: events.find(({ act }) => act === 'not-told')?.because ?? null,
    may: { agree: runs && !own && events.some(({ act }) => act === 'stopped'), callOff: runs },
    events: events.map((event) => eventView(event, facts)),
  };
}
