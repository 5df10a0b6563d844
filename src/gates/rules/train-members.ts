import type { Instant } from '../../kernel/instant';
import type { VerdictState } from '../../kernel/verdict';
import type { TrainMate } from '../evidence';
import { sayAt } from '../trains/own-say';
import { rule } from './rule';

/**
 * A release goes to a stage only together with the others of its running trains: none of them may be held there by its own rows, and of
 * each it must be known. That they wait for each other is left out of account. The reason is published, and who reads it may not see the
 * other projects: releases of this project are named, others are counted.
 */
export const trainMembers = rule({
  name: 'train-members',
  needs: ['trains'],
  describe: (_row, { stage }) => ({
    id: 'train-members',
    title: 'Other releases of its trains that are held',
    definition: `Each other release that rides in a train with this one must be let into ${stage.name} by its own conditions, holds among them. That they wait for each other does not count, and neither does an override of theirs. Releases that are out already are not waited for. A release in no train is met.`,
    ...{ limit: 0, unit: 'items', atLeast: false, clause: null },
  }),
  find(_row, { trains: { facts } }, { stage, now }) {
    const { names, others } = facts;
    const [only] = others;
    const nothing = { value: 0, met: true, defectIds: [], restsUntil: null };
    if (names.length === 0) return { ...nothing, reason: 'it rides in no train' };
    if (only === undefined) return { ...nothing, reason: `no other release of ${listed(names)} is still to come` };
    const says = others.map((mate) => sayFor(mate, stage.key, now));
    const of = (state: VerdictState) => says.filter((one) => one.state === state);
    const [held, unknown] = [of('held'), of('unknown')];
    const all = `${others.length} other releases of ${listed(names)}`;
    const restsUntil = says.flatMap(({ until }) => until ?? []).sort()[0] ?? null;
    if (held.length + unknown.length === 0)
      return {
        ...nothing,
        restsUntil,
        reason: others.length === 1 ? `the other release of ${listed(names)} is open too` : `the ${all} are open too`,
      };
    const found = { value: held.length === 0 ? null : held.length, met: held.length === 0 ? null : false, defectIds: [] };
    const [first] = says;
    if (others.length === 1 && first !== undefined)
      return { ...found, reason: `the other release of ${listed(names)}${alone(first)}` };
    const rest = `not known: ${which(unknown)}`;
    if (held.length === 0) return { ...found, reason: `${unknown.length} of the ${all} ${are(unknown)} ${rest}` };
    const also = unknown.length === 0 ? '' : `, and ${unknown.length} ${are(unknown)} ${rest}`;
    return { ...found, reason: `${held.length} of the ${all} ${are(held)} held: ${which(held)}${also}` };
  },
});

interface Say {
  readonly name: string | null;
  readonly state: VerdictState;
  readonly because: string | null;
  readonly until: Instant | null;
}

function sayFor({ name, stages }: TrainMate, stage: string, now: Instant): Say {
  const say = stages[stage];
  return say === undefined ? { name, state: 'unknown', because: null, until: null } : { name, ...sayAt(say, now) };
}

const are = ({ length }: readonly Say[]) => (length === 1 ? 'is' : 'are');

/** ` is held: 4.3.0 (2 open S1 defects, none allowed)`, or `, in another project, is held` */
function alone(say: Say): string {
  const state = say.state === 'held' ? 'held' : 'not known';
  return say.name === null ? `, in another project, is ${state}` : ` is ${state}: ${which([say])}`;
}

/** So many are named, so that the reason stays a sentence. */
const mostNamed = 3;

/** `4.3.0 (2 open S1 defects, none allowed) and 1 in another project` */
function which(says: readonly Say[]): string {
  const named = says.flatMap(({ name, because }) => (name === null ? [] : [because === null ? name : `${name} (${because})`]));
  const hidden = says.length - named.length;
  const more = named.length - mostNamed;
  const parts = [
    ...named.slice(0, mostNamed),
    ...(more > 0 ? [`${more} more of this project`] : []),
    ...(hidden === 0 ? [] : [`${hidden} in ${hidden === 1 ? 'another project' : 'other projects'}`]),
  ];
  return listed(parts);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
