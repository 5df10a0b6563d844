export { analyseExpression } from './analyse';
export { ExpressionEvaluationError, ExpressionSyntaxError, UnknownMember } from './errors';
export { evaluateExpression } from './evaluate';
export { fromJson, toJson } from './json';
export { MAX_LEAVES, MAX_LENGTH } from './limits';
export { parseExpression } from './parser';
export type { EvaluationOptions } from './runtime';
export { calendarDateValue, dateValue, functionValue, typeOf } from './values';
export type { ExpenseMeter, HostObject, Value } from './values';
