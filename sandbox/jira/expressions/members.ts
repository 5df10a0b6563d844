import { CALENDAR_DATE_METHODS, DATE_METHODS } from './date-members';
import { Failure, UnknownMember } from './errors';
import { LIST_METHODS } from './list-members';
import type { Runtime } from './runtime';
import { TEXT_METHODS } from './text-members';
import { functionValue, isList, typeOf } from './values';
import type { ExpressionMap, Value } from './values';

type Methods<Self> = ReadonlyMap<string, (self: Self, args: readonly Value[], runtime: Runtime, name: string) => Value>;

/**
 * `object.name` and `object['name']`. Nothing is looked up on a JavaScript object or its prototype. Throws UnknownMember for a
 * name the type does not have; null, numbers, booleans and functions have no members at all
 * ("Type null does not have any properties": Appfire JMWE, "Avoid Jira expression errors").
 */
export function readMember(object: Value, name: string, runtime: Runtime): Value {
  if (typeof object === 'string')
    return name === 'length' ? object.length : method(object, name, TEXT_METHODS, runtime, ['length']);
  if (object === null || typeof object !== 'object') throw new Failure(`Type ${typeOf(object)} does not have any properties.`);
  if (isList(object)) return name === 'length' ? object.length : method(object, name, LIST_METHODS, runtime, ['length']);
  switch (object.kind) {
    case 'map':
      return readKey(object, name, runtime);
    case 'host':
      return object.get(name, runtime.meter);
    case 'date':
      return method(object, name, DATE_METHODS, runtime);
    case 'calendar-date':
      return method(object, name, CALENDAR_DATE_METHODS, runtime);
    case 'function':
      throw new Failure(`Type ${typeOf(object)} does not have any properties.`);
  }
}

/** `object[key]`: a text names a member, a whole number picks from a list. */
export function readIndex(object: Value, key: Value, runtime: Runtime): Value {
  if (typeof key === 'string') return readMember(object, key, runtime);
  if (typeof key !== 'number' || !isList(object)) {
    // null first: that is the failure to speak of
    if (object === null) return readMember(object, '', runtime);
    throw new Failure(`Can't read ${typeOf(object)} by a key of type ${typeOf(key)}.`);
  }
  const item = Number.isSafeInteger(key) ? object[key] : undefined;
  if (item === undefined) throw new Failure(`Index ${key} is out of bounds of a list of ${object.length}.`);
  return item;
}

function readKey(map: ExpressionMap, key: string, { missingMapKey }: Runtime): Value {
  const value = map.entries.get(key);
  if (value !== undefined) return value;
  if (missingMapKey === 'null') return null;
  throw new UnknownMember(key, [...map.entries.keys()]);
}

function method<Self>(
  self: Self,
  name: string,
  methods: Methods<Self>,
  runtime: Runtime,
  properties: readonly string[] = [],
): Value {
  const found = methods.get(name);
  if (found === undefined) throw new UnknownMember(name, [...properties, ...methods.keys()].sort());
  return functionValue(name, (args) => found(self, args, runtime, name));
}
