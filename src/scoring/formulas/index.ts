import { formulaOf20261123 } from './2026-11-23';
import type { Formula } from './formula';

/** One line each; the last one is what scores are made with. */
export const formulas: readonly Formula[] = [formulaOf20261123];

export const newestFormula: Formula = formulaOf20261123;

/** The formula that a stored score names; undefined where it is from a newer version of the app. */
export function formulaNamed(name: string): Formula | undefined {
  return formulas.find((formula) => formula.name === name);
}

export type { Formula } from './formula';
