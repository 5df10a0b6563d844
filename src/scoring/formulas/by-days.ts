import { startOfDay } from '../start-of-day';
import type { ScoreInputs } from '../inputs';
import type { Formula } from './formula';

/** A formula that counts whole days in UTC, in its scores and in its words: what was reported or seen later on a day is of that day. */
export function byDays({ name, score, source }: Formula): Formula {
  return {
    name,
    score: (inputs, policy, now) => score(ofDays(inputs), policy, startOfDay(now)),
    source: (term, inputs, policy, now) => source(term, ofDays(inputs), policy, startOfDay(now)),
  };
}

function ofDays(inputs: ScoreInputs): ScoreInputs {
  return { ...inputs, createdAt: startOfDay(inputs.createdAt) };
}
