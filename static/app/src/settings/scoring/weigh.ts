import { fewestPairs, rankCorrelation } from '../../../../../src/contracts/score';
import type { ScorePreviewView, ScoreTermName } from '../../../../../src/contracts/score';
import { scoreTermNames } from '../../../../../src/contracts/score';

export type Weights = Readonly<Record<ScoreTermName, number>>;
type Columns = ScorePreviewView['open']['values'];

/** Values are in ten-thousandths. */
const whole = 10_000;

/** Each defect's score before it is rounded. */
export function weigh(values: Columns, weights: Weights): Float64Array {
  const sums = new Float64Array(values[0]?.length ?? 0);
  scoreTermNames.forEach((name, n) => {
    const [column, weight] = [values[n] ?? [], weights[name] / whole];
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (column[at] ?? 0) * weight;
  });
  return sums;
}

/** A defect among the first ones, before or after. Places count from 1. */
export interface Move {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

export interface Moves {
  /** The first ones after the change, in their order. */
  readonly first: readonly Move[];
  /** Those that were among the first ones and are not any more. */
  readonly gone: readonly Move[];
}

/** How many of the first places are shown. */
export const shownPlaces = 20;

interface Weighed {
  readonly values: Columns;
  readonly weights: Weights;
}

/** What becomes of the first places; equal scores stay in the order of the defects' ids. */
export function movesBetween(ids: readonly string[], before: Weighed, after: Weighed): Moves {
  const scores = weigh(after.values, after.weights);
  const [was, is] = [order(weigh(before.values, before.weights)), order(scores)];
  const [placeWas, placeIs] = [places(was), places(is)];
  const move = (at: number): Move => ({
    id: ids[at] ?? '',
    from: placeWas[at] ?? 0,
    to: placeIs[at] ?? 0,
    score: Math.round(scores[at] ?? 0),
  });
  return {
    first: Array.from(is.subarray(0, shownPlaces), move),
    gone: Array.from(was.subarray(0, shownPlaces), move).filter(({ to }) => to > shownPlaces),
  };
}

/** Scores to a ten-thousandth and places in one number each, which sorts many times as fast as by comparing. */
function order(scores: Float64Array): Uint32Array {
  const last = scores.length;
  const keys = scores.map((score, at) => Math.round((100 - score) * whole) * last + at).sort();
  return Uint32Array.from(keys, (key) => key % last);
}

function places(inOrder: Uint32Array): Uint32Array {
  const found = new Uint32Array(inOrder.length);
  inOrder.forEach((at, place) => {
    found[at] = place + 1;
  });
  return found;
}

export const outcomes = ['escaped', 'reopened', 'hours'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * How well early scores went with what later hurt, for each outcome; null where there is too little to say, or nothing to compare.
 */
export function worthOf(past: ScorePreviewView['past'], weights: Weights): (number | null)[] {
  const scores = [...weigh(past.values, weights)];
  return outcomes.map((outcome) => rankCorrelation(scores, past[outcome]));
}

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  escaped: 'Seen by users after a release',
  reopened: 'Opened again',
  hours: 'Long to fix',
};

/** What a rank correlation means, in words. */
export function worthWords(outcome: Outcome, value: number | null, n: number): string {
  if (n < fewestPairs) return `too few to say: ${n} of at least ${fewestPairs} done defects`;
  if (value === null) return 'nothing to compare: all of them are alike';
  const size = Math.abs(value);
  if (size < 0.1) return 'no relation';
  const strength = size < 0.3 ? 'a weak relation' : size < 0.5 ? 'a moderate relation' : 'a strong relation';
  if (value >= 0) return strength;
  // What is urgent is fixed first: that is what a score is for, and no fault of it.
  return outcome === 'hours' ? `${strength}: what scored high was fixed sooner` : `${strength}, the wrong way round`;
}

/** `0.31`, with a real minus. */
export function rounded(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

/** What changes among the first places, in one sentence. */
export function movesWords({ first, gone }: Moves): string {
  if (first.length === 0) return 'There is no open defect to weigh.';
  const moved = first.filter(({ from, to }) => from !== to).length;
  const came = first.filter(({ from }) => from > shownPlaces).length;
  if (moved === 0) return first.length === 1 ? 'Nothing changes.' : `The first ${first.length} stay as they are.`;
  const swapped = came === 0 ? '' : `, ${came} of them new there in place of ${gone.length} others`;
  return `${moved} of the first ${first.length} change places${swapped}.`;
}
