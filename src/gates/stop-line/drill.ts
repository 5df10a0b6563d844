import { between, hour, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

export const drillStates = ['running', 'over', 'called-off', 'lapsed'] as const;
/**
 * `stopped`: the app got as far as it would stop the line; `told`, `not-told`: what became of the message to the owners; `agreed`: the first
 * of two people; `over`: the second.
 */
export const drillActs = ['started', 'stopped', 'told', 'not-told', 'agreed', 'over', 'called-off', 'lapsed'] as const;

export interface DrillEvent {
  readonly act: (typeof drillActs)[number];
  readonly at: Instant;
  /** Pseudonym; null for the app. */
  readonly who: string | null;
  readonly because: string;
}

/** Stopping the line for practice: everything but the hold, with the time that each step took. */
export interface Drill {
  /** `<id of the version>-<n>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  /** In whose dark deployment the S1 is thought to be seen. */
  readonly stage: { readonly key: string; readonly name: string };
  /** Keys of the stages that would be held. */
  readonly stages: readonly string[];
  readonly state: (typeof drillStates)[number];
  readonly events: readonly DrillEvent[];
}

/** Nobody waits longer for a drill than this. */
export const drillLife = 24 * hour;

interface DrillStart extends Pick<Drill, 'projectId' | 'version' | 'stage' | 'stages'> {
  /** Counts the drills of this release, from 1. */
  readonly n: number;
  readonly who: string;
  readonly now: Instant;
}

export function startDrill({ n, who, now: at, ...place }: DrillStart): Drill {
  const because = `As if an S1 were seen in ${place.stage.name}.`;
  return { ...place, id: `${place.version.id}-${n}`, state: 'running', events: [{ act: 'started', at, who, because }] };
}

const has = ({ events }: Drill, ...acts: readonly DrillEvent['act'][]): boolean => events.some(({ act }) => acts.includes(act));

/** What the app does next with a running drill: nothing where it waits for people. */
export function nextOfDrill(drill: Drill, now: Instant): 'stop' | 'tell' | 'lapse' | null {
  if (drill.state !== 'running') return null;
  if (hasLapsed(drill, now)) return 'lapse';
  if (!has(drill, 'stopped')) return 'stop';
  return has(drill, 'told', 'not-told') ? null : 'tell';
}

type AppEvent = Omit<DrillEvent, 'who'> & { readonly act: 'stopped' | 'told' | 'not-told' | 'lapsed' };

/** Keeps what the app did; null where that is done already, or the drill is over. */
export function drillAdvanced(drill: Drill, event: AppEvent): Drill | null {
  const done = event.act === 'stopped' ? has(drill, 'stopped') : event.act !== 'lapsed' && has(drill, 'told', 'not-told');
  if (drill.state !== 'running' || done) return null;
  const state = event.act === 'lapsed' ? 'lapsed' : 'running';
  return { ...drill, state, events: [...drill.events, { ...event, who: null }] };
}

export interface DrillFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira lets the person lift holds in this project. */
  readonly mayLift: boolean;
  readonly because: string;
  readonly now: Instant;
}

export type DrillOutcome =
  | { readonly kind: 'done'; readonly drill: Drill }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): DrillOutcome => ({ kind: 'refused', message });

/** One of two people agrees, by the rules by which a stopped line is lifted; or somebody calls it off. */
export function actOnDrill(
  drill: Drill,
  act: 'agree' | 'call-off',
  { who, mayLift, because, now: at }: DrillFacts,
): DrillOutcome {
  if (drill.state !== 'running' || hasLapsed(drill, at)) return refused('This drill is over.');
  if (!mayLift) return refused('This needs somebody who may lift holds in this project.');
  if (because.trim() === '') return refused('Say why.');
  const added = (state: Drill['state'], name: DrillEvent['act']): DrillOutcome => ({
    kind: 'done',
    drill: { ...drill, state, events: [...drill.events, { act: name, at, who, because: because.trim() }] },
  });
  if (act === 'call-off') return added('called-off', 'called-off');
  if (!has(drill, 'stopped')) return refused('The line is being stopped at this moment. Try again in a few seconds.');
  const first = drill.events.find((event) => event.act === 'agreed');
  if (first === undefined) return added('running', 'agreed');
  if (first.who === who) return refused('You have agreed to it already. It takes somebody else.');
  return added('over', 'over');
}

function hasLapsed({ events }: Drill, at: Instant): boolean {
  return at >= plus(events[0]?.at ?? at, drillLife);
}

/** Seconds from the start of a drill to each of its steps, in tenths; null where a step was not reached. */
interface DrillTimes {
  readonly stopped: number | null;
  readonly told: number | null;
  readonly first: number | null;
  readonly second: number | null;
}

export function drillTimes({ events }: Pick<Drill, 'events'>): DrillTimes {
  const start = events[0]?.at;
  const after = (act: DrillEvent['act']) => {
    const event = events.find((one) => one.act === act);
    return event === undefined || start === undefined ? null : Math.round(between(start, event.at) / 100) / 10;
  };
  return { stopped: after('stopped'), told: after('told'), first: after('agreed'), second: after('over') };
}
