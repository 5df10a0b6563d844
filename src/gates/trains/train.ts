import type { Instant } from '../../kernel/instant';
import type { VerdictState } from '../../kernel/verdict';

/** A version that rides in a train. */
export interface TrainMember {
  readonly projectId: string;
  readonly versionId: string;
  /** As it was called when it was taken in. */
  readonly name: string;
}

export const trainActs = ['formed', 'changed', 'ended', 'looked-up'] as const;
export interface TrainEvent {
  readonly act: (typeof trainActs)[number];
  readonly at: Instant;
  /** Pseudonym; null where nobody did it: its query was looked up. */
  readonly who: string | null;
}

/** Releases of several projects that go out together. */
export interface Train {
  readonly id: string;
  readonly name: string;
  readonly state: 'running' | 'ended';
  readonly members: readonly TrainMember[];
  /** JQL of issues whose fix versions ride in it; null where they were named. */
  readonly query: string | null;
  /** Oldest first; never empty. */
  readonly events: readonly TrainEvent[];
}

/** Fewer ride alone; more are not read on one screen. */
export const mostMembers = 50;
export const mostNameLetters = 60;

export interface TrainWish {
  readonly name: string;
  readonly members: readonly TrainMember[];
  readonly query: string | null;
}

/** What a train looks like after somebody formed or changed it, or why that will not do. */
export type TrainOutcome =
  { readonly kind: 'done'; readonly train: Train } | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): TrainOutcome => ({ kind: 'refused', message });

interface Acting {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  readonly now: Instant;
  /** Running trains, this one among them. */
  readonly others: readonly Pick<Train, 'id' | 'name'>[];
}

/** @param id of a new train */
export function formTrain(id: string, wish: TrainWish, acting: Acting): TrainOutcome {
  return withWish({ id, state: 'running', events: [] }, wish, 'formed', acting);
}

export function changeTrain(train: Train, wish: TrainWish, acting: Acting): TrainOutcome {
  if (train.state === 'ended') return refused('This train has ended. Form a new one.');
  return withWish(train, wish, 'changed', acting);
}

export function endTrain(train: Train, { who, now: at }: Omit<Acting, 'others'>): TrainOutcome {
  if (train.state === 'ended') return refused('It has ended already.');
  return { kind: 'done', train: { ...train, state: 'ended', events: [...train.events, { act: 'ended', at, who }] } };
}

/** What a query comes to that was looked up again. */
export interface LookedUp {
  /** Null where the same releases ride in it. */
  readonly outcome: TrainOutcome | null;
  /** Releases that it finds in other projects: they come in only when somebody saves the train who may decide there. */
  readonly elsewhere: number;
}

/** @param found by its query, each once */
export function lookedUp(train: Train, found: readonly TrainMember[], at: Instant): LookedUp {
  const projects = new Set(train.members.map(({ projectId }) => projectId));
  const members = found.filter(({ projectId }) => projects.has(projectId));
  const elsewhere = found.length - members.length;
  if (members.length === 0) return { outcome: refused('it finds no release of its projects any more'), elsewhere };
  if (members.length > mostMembers)
    return { outcome: refused(`it finds ${members.length} releases, and at most ${mostMembers} ride in one train`), elsewhere };
  const ids = (all: readonly TrainMember[]) => JSON.stringify(all.map(({ versionId }) => versionId).sort());
  if (ids(members) === ids(train.members)) return { outcome: null, elsewhere };
  const events: Train['events'] = [...train.events, { act: 'looked-up', at, who: null }];
  return { outcome: { kind: 'done', train: { ...train, members, events } }, elsewhere };
}

function withWish(
  train: Pick<Train, 'id' | 'state' | 'events'>,
  wish: TrainWish,
  act: TrainEvent['act'],
  { who, now: at, others }: Acting,
): TrainOutcome {
  const name = wish.name.trim();
  if (name === '') return refused('Give the train a name.');
  if (name.length > mostNameLetters) return refused(`The name may have ${mostNameLetters} letters at most.`);
  if (others.some((other) => other.id !== train.id && other.name.toLowerCase() === name.toLowerCase()))
    return refused(`There is a train called ${name} already.`);
  const members = wish.members.filter((one, n, all) => all.findIndex(({ versionId }) => versionId === one.versionId) === n);
  if (members.length === 0)
    return refused(
      wish.query === null ? 'Choose at least one release.' : 'The query finds no issue with a fix version that you may see.',
    );
  if (members.length > mostMembers)
    return refused(`At most ${mostMembers} releases ride in one train; these are ${members.length}.`);
  return { kind: 'done', train: { ...train, name, members, query: wish.query, events: [...train.events, { act, at, who }] } };
}

/** What the members of a train say together about a stage. */
export interface TrainStage {
  readonly state: VerdictState;
  readonly held: number;
  readonly unknown: number;
  readonly open: number;
}

/**
 * The worst of the members: held where one is held, else unknown where one is not known, else open. A train without members is unknown,
 * which never passes.
 */
export function worstOf(states: readonly VerdictState[]): TrainStage {
  const of = (state: VerdictState) => states.filter((one) => one === state).length;
  const [held, unknown, open] = [of('held'), of('unknown'), of('open')];
  const state = held > 0 ? 'held' : unknown > 0 || open === 0 ? 'unknown' : 'open';
  return { state, held, unknown, open };
}

/** "Autumn may not enter production: 2 of its 5 releases are held and 1 is not known." It names no release. */
export function trainSentence(name: string, stageName: string, { state, held, unknown, open }: TrainStage): string {
  const stage = stageName.charAt(0).toLowerCase() + stageName.slice(1);
  const all = held + unknown + open;
  if (state === 'open')
    return `${name} may enter ${stage}: ${all === 1 ? 'its release is' : `all ${all} of its releases are`} open.`;
  const parts = [
    ...(held > 0 ? [`${held} of its ${all} releases ${held === 1 ? 'is' : 'are'} held`] : []),
    ...(unknown > 0
      ? [
          held > 0
            ? `${unknown} ${unknown === 1 ? 'is' : 'are'} not known`
            : `${unknown} of its ${all} releases ${unknown === 1 ? 'is' : 'are'} not known`,
        ]
      : []),
  ];
  if (parts.length === 0) return `${name} may not enter ${stage}: it has no release.`;
  return `${name} may not enter ${stage}: ${parts.join(' and ')}.`;
}
