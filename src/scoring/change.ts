import type { Instant } from '../kernel/instant';
import type { ScoreInputs } from './inputs';
import type { Score, ScoreChange, TermName } from './score';

/** A score with what was known when it was made. */
export interface Scored extends Score {
  readonly inputs: ScoreInputs;
}

/** More than these are not kept. */
const mostChanges = 8;

/** The changes of a score, newest first, after it became another one; unchanged where it did not. */
export function changesWith(
  before: (Scored & { readonly changes: readonly ScoreChange[] }) | undefined,
  after: Scored,
  now: Instant,
): readonly ScoreChange[] {
  if (before === undefined) return [];
  if (before.score === after.score) return before.changes;
  const change = { at: now, from: before.score, to: after.score, because: whyChanged(before, after) };
  return [change, ...before.changes].slice(0, mostChanges);
}

/** Why a score became another one, as the end of a sentence: `reproduced in Production`. */
export function whyChanged(before: Scored, after: Scored): string {
  if (before.formula !== after.formula) return 'there is a new formula';
  if (after.terms.some(({ term, weight }) => weightOf(before, term) !== weight)) return 'the weights were changed';
  const up = after.score > before.score;
  const moved = after.terms
    .map(({ term, value, weight }) => ({ term, by: (value - valueOf(before, term)) * weight * (up ? 1 : -1) }))
    .sort((a, b) => b.by - a.by)[0];
  if (moved === undefined || moved.by <= 0) return 'the settings of the score were changed';
  return words[moved.term](before.inputs, after.inputs, up) ?? 'the settings of the score were changed';
}

function valueOf(score: Score, name: TermName): number {
  return score.terms.find(({ term }) => term === name)?.value ?? 0;
}

function weightOf(score: Score, name: TermName): number | undefined {
  return score.terms.find(({ term }) => term === name)?.weight;
}

/** Null where the inputs are the same, so that it must be how they are weighed. */
type Words = (before: ScoreInputs, after: ScoreInputs, up: boolean) => string | null;

const words: Readonly<Record<TermName, Words>> = {
  severity: ({ severity: was }, { severity: is }) =>
    was === is
      ? null
      : is === null
        ? 'its severity is no longer known'
        : `its severity is ${is}${was === null ? '' : `, was ${was}`}`,
  recurrence: ({ seen: was }, { seen: is }, up) => {
    if (up) return total(is) > total(was) ? 'it was seen again' : null;
    return total(was) === 0 ? 'how often it is seen is known now' : 'it was not seen lately';
  },
  users: ({ usersAffected: was }, { usersAffected: is }) => {
    if (was === is) return null;
    if (is === null) return 'how many users it reaches is no longer known';
    return `it reaches ${counted(is)} ${is === 1 ? 'user' : 'users'}${was === null ? '' : `, was ${counted(was)}`}`;
  },
  exposure: ({ places: was }, { places: is }, up) => {
    const earlier = new Map(was.map((place) => [place.stage, place]));
    const changed = is.filter(({ stage, behaviour }) => earlier.get(stage)?.behaviour !== behaviour).at(-1);
    if (changed !== undefined) return `${behaviourWords[changed.behaviour]} in ${changed.stage}`;
    if (is.length < was.length) return 'how it behaves in a stage is no longer known';
    const shifted = is.find(({ stage, exposure }) => earlier.get(stage)?.exposure !== exposure);
    return shifted === undefined ? null : `${up ? 'more' : 'fewer'} users of ${shifted.stage} have what is deployed`;
  },
  workaround: ({ workaround: was }, { workaround: is }) => (was === is ? null : workaroundWords[is ?? 'unknown']),
  age: ({ targetDays: was }, { targetDays: is }, up) => {
    if (was !== is) return 'its target is another one';
    return up ? 'it grew older' : null;
  },
};

const behaviourWords = {
  reproduced: 'reproduced',
  'worked-around': 'worked around',
  fixed: 'fixed',
  'not-reproduced': 'not reproduced',
} as const;
const workaroundWords = {
  none: 'there is no way around it',
  hard: 'the way around it is hard',
  easy: 'there is an easy way around it',
  unknown: 'whether there is a way around it is no longer known',
} as const;

function total(seen: ScoreInputs['seen']): number {
  return seen.reduce((sum, { runs }) => sum + runs, 0);
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
