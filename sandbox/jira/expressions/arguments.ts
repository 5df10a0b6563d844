import { Failure } from './errors';
import { isFunction, typeOf } from './values';
import type { ExpressionFunction, Value } from './values';

/** Wrong numbers of arguments fail, as the type check of /rest/api/3/expression/analyse says they do. */
export function checkCount(name: string, args: readonly Value[], least: number, most = least): void {
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? String(least) : `${least} to ${most}`;
  throw new Failure(`${name} takes ${wanted} arguments, ${args.length} given.`);
}

export function textArgument(name: string, value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw wrongType(name, 'String', value);
}

export function numberArgument(name: string, value: Value | undefined): number {
  if (typeof value === 'number') return value;
  throw wrongType(name, 'Number', value);
}

export function wholeNumberArgument(name: string, value: Value | undefined): number {
  const number = numberArgument(name, value);
  if (!Number.isSafeInteger(number)) throw new Failure(`${name} needs a whole number, not ${number}.`);
  return number;
}

export function functionArgument(name: string, value: Value | undefined): ExpressionFunction {
  if (value !== undefined && isFunction(value)) return value;
  throw wrongType(name, 'Function', value);
}

function wrongType(name: string, wanted: string, value: Value | undefined): Failure {
  return new Failure(`${name} needs ${wanted}, not ${value === undefined ? 'nothing' : typeOf(value)}.`);
}
