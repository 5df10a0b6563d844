import { seededRandom } from '../random';

/** A seeded source of chance: the same seed and the same calls give the same results on every machine. */
export interface Prng {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the choices, each with its weight; weights need not sum to 1. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Log-normally distributed around this median; `sigma` is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number;
}

/** FNV-1a over UTF-16 units: turns a label into 32 bits of seed. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};

const pickFrom = <T>(list: readonly T[], at: number): T => {
  const picked = list[Math.floor(at * list.length)];
  if (picked === undefined) throw new Error('nothing to pick from: the list is empty');
  return picked;
};

const pickWeighted = <T>(choices: readonly (readonly [T, number])[], at: number): T => {
  let rest = at * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return pickFrom(choices, 0)[0];
};

/** A generator of its own for each purpose (`label`), so that drawing more for one does not change the others. */
export const createPrng = (seed: number, label: string): Prng => {
  const next = seededRandom(hashOf(`${seed}/${label}`));
  return {
    next,
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => pickFrom(list, next()),
    weighted: (choices) => pickWeighted(choices, next()),
    logNormal: (median, sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
  };
};
