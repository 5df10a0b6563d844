import { ExpressionSyntaxError } from './errors';
import { expensiveFormula } from './expensive-formula';
import { sizeProblems } from './limits';
import { parseExpression } from './parser';

export interface AnalysisError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly type: 'syntax' | 'other';
}

export interface Analysis {
  readonly valid: boolean;
  readonly errors: readonly AnalysisError[];
  readonly complexity: { readonly length: number; readonly leaves: number; readonly expensiveOperations: string };
}

/**
 * Checks a text as POST /rest/api/3/expression/analyse?check=syntax and =complexity do; no type check. `leaves` is 0 when the
 * text can not be parsed. Errors of type 'other' are about the whole text and stand at line 1, column 1.
 */
export function analyseExpression(text: string): Analysis {
  const outcome = tryParse(text);
  const leaves = outcome.program?.leaves;
  const errors = [
    ...outcome.errors,
    ...sizeProblems(text.length, leaves).map((message): AnalysisError => ({ message, line: 1, column: 1, type: 'other' })),
  ];
  const expensiveOperations = outcome.program === undefined ? '0' : expensiveFormula(outcome.program);
  return { valid: errors.length === 0, errors, complexity: { length: text.length, leaves: leaves ?? 0, expensiveOperations } };
}

function tryParse(text: string) {
  try {
    return { program: parseExpression(text), errors: [] };
  } catch (error) {
    if (!(error instanceof ExpressionSyntaxError)) throw error;
    const { detail, line, column } = error;
    return { program: undefined, errors: [{ message: detail, line, column, type: 'syntax' } satisfies AnalysisError] };
  }
}
