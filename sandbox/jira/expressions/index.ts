export { analyseExpression } from './analyse';
export type { Analysis, AnalysisError } from './analyse';
export { ExpressionEvaluationError, ExpressionSyntaxError, UnknownMember } from './errors';
export { evaluateExpression } from './evaluate';
export type { EvaluationResult } from './evaluate';
export { fromJson, toJson } from './json';
export { DEFAULT_LIMITS, MAX_LEAVES, MAX_LENGTH } from './limits';
export type { EvaluationComplexity, Limits } from './limits';
export { parseExpression } from './parser';
export type { EvaluationOptions } from './runtime';
export type { Program } from './syntax-tree';
export { calendarDateValue, dateValue, functionValue, mapValue, typeOf } from './values';
export type {
  ExpenseMeter,
  ExpressionCalendarDate,
  ExpressionDate,
  ExpressionFunction,
  ExpressionMap,
  HostObject,
  Value,
} from './values';
