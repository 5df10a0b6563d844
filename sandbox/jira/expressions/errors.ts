import type { Value } from './values';

/** The text is not a Jira expression. Line and column start at 1, as in POST /rest/api/3/expression/analyse. */
export class ExpressionSyntaxError extends Error {
  override readonly name = 'ExpressionSyntaxError';
  constructor(
    readonly detail: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`line ${line}, column ${column}: ${detail}`);
  }
}

/** The expression failed while running; Jira answers `Evaluation failed: "<fragment>" - <reason>`. */
export class ExpressionEvaluationError extends Error {
  override readonly name = 'ExpressionEvaluationError';
}

/** What a host object throws for a member it does not have. */
export class UnknownMember extends Error {
  override readonly name = 'UnknownMember';
  constructor(
    readonly member: string,
    readonly available: readonly string[] = [],
  ) {
    super(`Unknown member: ${member}`);
  }
}

/** A failure without its place in the text yet: the evaluator adds the fragment. `catch` can catch it. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A limit was passed. `catch` can not catch it. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}

/** A value on its way from `throw` to `catch`. */
export class Thrown extends Error {
  override readonly name = 'Thrown';
  constructor(readonly value: Value) {
    super('thrown');
  }
}
