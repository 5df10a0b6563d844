import { ExpressionEvaluationError, LimitReached } from './errors';
import { isList } from './values';
import type { ExpenseMeter, Value } from './values';

/** Longest expression, in characters (https://developer.atlassian.com/cloud/jira/platform/jira-expressions, restrictions). */
export const MAX_LENGTH = 1000;
/** Most leaf nodes (same page; the number is that of the example of POST /rest/api/3/expression/analyse). */
export const MAX_LEAVES = 100;

export interface Limits {
  readonly steps: number;
  readonly expensiveOperations: number;
  readonly beans: number;
  readonly primitiveValues: number;
}

/** The limits in the example answer of POST /rest/api/3/expression/evaluate. */
export const DEFAULT_LIMITS: Limits = { steps: 10_000, expensiveOperations: 10, beans: 1_000, primitiveValues: 10_000 };

interface Used {
  readonly value: number;
  readonly limit: number;
}

/** `meta.complexity` of POST /rest/api/3/expression/evaluate. */
export interface EvaluationComplexity {
  readonly steps: Used;
  readonly expensiveOperations: Used;
  readonly beans: Used;
  readonly primitiveValues: Used;
}

/** What Jira says of a text that is too long or too bushy, in the words of the example in the REST documentation. */
export function sizeProblems(length: number, leaves: number | undefined): readonly string[] {
  const problems: string[] = [];
  if (length > MAX_LENGTH) problems.push(`Jira expression is too long (${length}), limit: ${MAX_LENGTH} characters`);
  if (leaves !== undefined && leaves > MAX_LEAVES) {
    problems.push(`Jira expression has too many nodes (${leaves}), limit: ${MAX_LEAVES} leaves`);
  }
  return problems;
}

/** Counts what an evaluation spends and stops it at a limit. */
export class Meter implements ExpenseMeter {
  private steps = 0;
  private expensiveOperations = 0;
  private beans = 0;
  private primitiveValues = 0;

  constructor(private readonly limits: Limits) {}

  /** One node of the tree, one element of a list a method builds, one hundred characters of text. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > this.limits.steps) throw new LimitReached(tooMany('steps', this.limits.steps));
  }

  expensive(count = 1): void {
    this.expensiveOperations += count;
    const limit = this.limits.expensiveOperations;
    if (this.expensiveOperations > limit) throw new LimitReached(tooMany('expensive operations', limit));
  }

  /** Counts the returned value: host objects are beans, the rest of the leaves are primitive values. */
  result(value: Value): void {
    let nodes = 0;
    const pending: Value[] = [value];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      nodes += 1;
      if (next === null || typeof next !== 'object') this.primitiveValues += 1;
      else if (isList(next)) pending.push(...next);
      else if (next.kind === 'map') pending.push(...next.entries.values());
      else if (next.kind === 'host') this.beans += 1;
      else this.primitiveValues += 1;
      if (this.beans > this.limits.beans) throw new ExpressionEvaluationError(tooMany('beans', this.limits.beans));
      if (this.primitiveValues > this.limits.primitiveValues || nodes > 10 * this.limits.primitiveValues) {
        throw new ExpressionEvaluationError(tooMany('primitive values', this.limits.primitiveValues));
      }
    }
  }

  get complexity(): EvaluationComplexity {
    const { limits } = this;
    return {
      steps: { value: this.steps, limit: limits.steps },
      expensiveOperations: { value: this.expensiveOperations, limit: limits.expensiveOperations },
      beans: { value: this.beans, limit: limits.beans },
      primitiveValues: { value: this.primitiveValues, limit: limits.primitiveValues },
    };
  }
}

function tooMany(what: string, limit: number): string {
  return `Jira expression evaluation exceeded the limit of ${limit} ${what}.`;
}
