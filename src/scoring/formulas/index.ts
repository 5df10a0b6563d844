import { formulaOf20261123 } from './2026-11-23';
import { byDays } from './by-days';
import type { Formula } from './formula';

export const newestFormula: Formula = byDays(formulaOf20261123);

/** One line each; the last one is what scores are made with. All of them count by days. */
export const formulas: readonly Formula[] = [newestFormula];

/** The formula that a stored score names; undefined where it is from a newer version of the app. */
export function formulaNamed(name: string): Formula | undefined {
  return formulas.find((formula) => formula.name === name);
}

export type { Formula } from './formula';
