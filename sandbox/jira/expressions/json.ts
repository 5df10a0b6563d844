import { Failure } from './errors';
import { isList, mapValue } from './values';
import type { Value } from './values';

const MAX_JSON_DEPTH = 100;

/** JSON (an entity property, a rule's saved config) as expression values. `undefined` members are left out, as JSON does. */
export function fromJson(value: unknown, depth = 0): Value {
  if (depth > MAX_JSON_DEPTH) throw new Failure('JSON is nested too deeply.');
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => fromJson(item, depth + 1));
  if (typeof value !== 'object') throw new Failure(`Not JSON: ${typeof value}`);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return mapValue(entries.map(([key, item]) => [key, fromJson(item, depth + 1)] as const));
}

/**
 * The JSON of a result, as `value` of POST /rest/api/3/expression/evaluate: dates as ISO text, a host object as its bean,
 * a function as a plain text that must not be relied upon. `visit` is told of each node, so that a caller can count or stop.
 */
export function toJson(value: Value, visit: (value: Value) => void = () => undefined): unknown {
  visit(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => toJson(item, visit));
  switch (value.kind) {
    case 'date':
      return new Date(value.epochMs).toISOString();
    case 'calendar-date':
      return value.iso;
    case 'map':
      return plainObject([...value.entries].map(([key, item]) => [key, toJson(item, visit)] as const));
    case 'host':
      return value.toJson ? value.toJson() : `${value.typeName}`;
    case 'function':
      return `function ${value.name}`;
  }
}

/** Own members only, `__proto__` included. */
function plainObject(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  return Object.fromEntries(entries);
}
