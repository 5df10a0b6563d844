import { ExpressionEvaluationError, Failure, LimitReached, Thrown, UnknownMember } from './errors';
import { Interpreter } from './interpreter';
import { sizeProblems } from './limits';
import type { EvaluationComplexity } from './limits';
import { asText } from './operators';
import { parseExpression } from './parser';
import type { EvaluationOptions } from './runtime';
import type { Program } from './syntax-tree';
import { typeOf } from './values';
import type { Value } from './values';

export interface EvaluationResult {
  readonly value: Value;
  readonly meta: { readonly complexity: EvaluationComplexity };
}

/**
 * Runs an expression as POST /rest/api/3/expression/evaluate does
 * (https://developer.atlassian.com/cloud/jira/platform/jira-expressions). Throws ExpressionSyntaxError or
 * ExpressionEvaluationError, never anything else that the expression could cause. What a workflow rule makes of the value
 * (a condition needs `true`) is the caller's.
 */
export function evaluateExpression(
  expression: string | Program,
  context: Readonly<Record<string, Value>>,
  options: EvaluationOptions,
): EvaluationResult {
  const text = typeof expression === 'string' ? expression : expression.text;
  refuse(sizeProblems(text.length, undefined));
  const program = typeof expression === 'string' ? parseExpression(expression) : expression;
  refuse(sizeProblems(text.length, program.leaves));
  const interpreter = new Interpreter(program, options);
  try {
    const value = interpreter.run(context);
    interpreter.meter.result(value);
    return { value, meta: { complexity: interpreter.meter.complexity } };
  } catch (error) {
    throw reported(error);
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new ExpressionEvaluationError(problems.join(' '));
}

function reported(error: unknown): unknown {
  if (error instanceof LimitReached) return new ExpressionEvaluationError(error.message);
  if (error instanceof Failure || error instanceof UnknownMember)
    return new ExpressionEvaluationError(`Evaluation failed: ${error.message}`);
  if (error instanceof Thrown) return new ExpressionEvaluationError(`Evaluation failed: ${thrownText(error.value)}`);
  return error;
}

function thrownText(value: Value): string {
  try {
    return asText(value);
  } catch {
    return typeOf(value);
  }
}
