import { Failure } from './errors';
import type { BinaryOperator } from './syntax-tree';
import { isList, typeOf } from './values';
import type { Value } from './values';

type Step = (count?: number) => void;

/**
 * JavaScript's truth: null, false, 0, NaN and '' are false, everything else true, an empty list too. Published examples rely on
 * it: `issue.dueDate ? ... : false` (ScriptRunner for Jira Cloud), `!! issue.assignee` (Appfire JMWE, "Avoid Jira expression errors").
 */
export function isTruthy(value: Value): boolean {
  return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}

/** `==` works across types and never fails; lists and maps are equal when their contents are. */
export function isEqual(left: Value, right: Value, step: Step): boolean {
  step();
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  if (isList(left) || isList(right)) {
    if (!isList(left) || !isList(right) || left.length !== right.length) return false;
    return left.every((item, index) => isEqual(item, right[index] ?? null, step));
  }
  if (left.kind === 'date') return right.kind === 'date' && left.epochMs === right.epochMs;
  if (left.kind === 'calendar-date') return right.kind === 'calendar-date' && left.iso === right.iso;
  if (left.kind === 'map') {
    if (right.kind !== 'map' || left.entries.size !== right.entries.size) return false;
    const other = right.entries;
    return [...left.entries].every(([key, item]) => other.has(key) && isEqual(item, other.get(key) ?? null, step));
  }
  if (left.kind !== 'host' || right.kind !== 'host') return false;
  return left.identity !== undefined && left.identity === right.identity && left.typeName === right.typeName;
}

export function applyBinary(operator: BinaryOperator, left: Value, right: Value, step: Step): Value {
  switch (operator) {
    case '==':
      return isEqual(left, right, step);
    case '!=':
      return !isEqual(left, right, step);
    case '<':
      return order(left, right, (a, b) => a < b);
    case '>':
      return order(left, right, (a, b) => a > b);
    case '<=':
      return order(left, right, (a, b) => a <= b);
    case '>=':
      return order(left, right, (a, b) => a >= b);
    case '+':
      return add(left, right, step);
    default:
      return calculate(operator, left, right);
  }
}

/** Numbers, texts, dates and calendar dates have an order, each among themselves ("Can't compare Number to String.": REST documentation of /expression/analyse). */
function order(left: Value, right: Value, holds: (a: number | string, b: number | string) => boolean): boolean {
  const a = sortKey(left);
  const b = sortKey(right);
  if (a === undefined || b === undefined || typeOf(left) !== typeOf(right)) {
    throw new Failure(`Can't compare ${typeOf(left)} to ${typeOf(right)}.`);
  }
  return holds(a, b);
}

function sortKey(value: Value): number | string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || isList(value)) return undefined;
  if (value.kind === 'date') return value.epochMs;
  return value.kind === 'calendar-date' ? value.iso : undefined;
}

/** Numbers add, and a text takes a number, boolean, null or date after or before it. */
function add(left: Value, right: Value, step: Step): Value {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (typeof left !== 'string' && typeof right !== 'string') {
    throw new Failure(`Can't add ${typeOf(right)} to ${typeOf(left)}.`);
  }
  return checkedText(asText(left) + asText(right), step);
}

function calculate(operator: '-' | '*' | '/' | '%', left: Value, right: Value): number {
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw new Failure(`Operator ${operator} needs two numbers, not ${typeOf(left)} and ${typeOf(right)}.`);
  }
  switch (operator) {
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

/** What a template literal or `+` writes. Lists, maps, Jira objects and functions are refused: what Jira writes is not published. */
export function asText(value: Value): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (!isList(value) && value.kind === 'date') return new Date(value.epochMs).toISOString();
  if (!isList(value) && value.kind === 'calendar-date') return value.iso;
  throw new Failure(`Can't convert ${typeOf(value)} to String.`);
}

/** Long texts cost steps, so that doubling a text runs into the limit. */
export function checkedText(text: string, step: Step): string {
  step(Math.floor(text.length / 100));
  return text;
}
