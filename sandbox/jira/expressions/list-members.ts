import { checkCount, functionArgument, wholeNumberArgument } from './arguments';
import { Failure } from './errors';
import { applyBinary, isEqual } from './operators';
import type { Runtime } from './runtime';
import { isList, typeOf } from './values';
import type { ExpressionFunction, Value } from './values';

type ListMethod = (self: readonly Value[], args: readonly Value[], runtime: Runtime, name: string) => Value;
type Each = (item: Value) => Value;

/**
 * Methods of List; its one property is `length`
 * (https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference#list).
 */
export const LIST_METHODS: ReadonlyMap<string, ListMethod> = new Map<string, ListMethod>([
  ['map', each((self, of) => self.map(of))],
  ['filter', each((self, of, { isTrue }) => self.filter((item) => isTrue(of(item))))],
  ['some', each((self, of, { isTrue }) => self.some((item) => isTrue(of(item))))],
  ['every', each((self, of, { isTrue }) => self.every((item) => isTrue(of(item))))],
  ['flatMap', each((self, of, runtime) => flat(self.map(of), runtime))],
  ['flatten', flatten],
  ['reduce', reduce],
  ['sort', sort],
  ['slice', slice],
  ['includes', (self, args, runtime, name) => position(self, args, runtime, name) >= 0],
  ['indexOf', position],
]);

function each(run: (self: readonly Value[], of: Each, runtime: Runtime) => Value): ListMethod {
  return (self, args, runtime, name) => {
    checkCount(name, args, 1);
    const fn = functionArgument(name, args[0]);
    return run(self, (item) => fn.call([item], runtime.meter), runtime);
  };
}

/** One level down; what is not a list stays. */
function flat(items: readonly Value[], { meter }: Runtime): Value {
  const result: Value[] = [];
  for (const item of items) {
    meter.step(isList(item) ? item.length : 1);
    if (isList(item)) for (const inner of item) result.push(inner);
    else result.push(item);
  }
  return result;
}

function flatten(self: readonly Value[], args: readonly Value[], runtime: Runtime, name: string): Value {
  checkCount(name, args, 0);
  return flat(self, runtime);
}

function reduce(self: readonly Value[], args: readonly Value[], { meter }: Runtime, name: string): Value {
  checkCount(name, args, 1, 2);
  const fn = functionArgument(name, args[0]);
  const [first, ...rest] = args.length === 2 ? [args[1] ?? null, ...self] : self;
  if (first === undefined) throw new Failure('reduce of an empty list needs an initial value.');
  return rest.reduce<Value>((sum, item) => fn.call([sum, item], meter), first);
}

function sort(self: readonly Value[], args: readonly Value[], { meter }: Runtime, name: string): Value {
  checkCount(name, args, 0, 1);
  meter.step(self.length);
  const compare = args.length === 0 ? naturalOrder : by(functionArgument(name, args[0]), meter);
  return [...self].sort(compare);
}

function by(fn: ExpressionFunction, meter: Runtime['meter']) {
  return (left: Value, right: Value): number => {
    const result = fn.call([left, right], meter);
    if (typeof result !== 'number') throw new Failure(`sort needs a function that returns Number, not ${typeOf(result)}.`);
    return result;
  };
}

function naturalOrder(left: Value, right: Value): number {
  if (applyBinary('<', left, right, () => undefined) === true) return -1;
  return applyBinary('>', left, right, () => undefined) === true ? 1 : 0;
}

function slice(self: readonly Value[], args: readonly Value[], { meter }: Runtime, name: string): Value {
  checkCount(name, args, 1, 2);
  const [from, to] = args.map((item) => wholeNumberArgument(name, item));
  const result = self.slice(from, to);
  meter.step(result.length);
  return result;
}

function position(self: readonly Value[], args: readonly Value[], { meter }: Runtime, name: string): number {
  checkCount(name, args, 1);
  const wanted = args[0] ?? null;
  return self.findIndex((item) => isEqual(item, wanted, (count) => meter.step(count)));
}
