/**
 * What an expression computes with. Type names as `typeof` gives them
 * (https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference).
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | ExpressionDate
  | ExpressionCalendarDate
  | readonly Value[]
  | ExpressionMap
  | HostObject
  | ExpressionFunction;

/** A moment. Its members are in date-members.ts. */
export interface ExpressionDate {
  readonly kind: 'date';
  readonly epochMs: number;
}

/** A day without a time of day; `iso` is YYYY-MM-DD. */
export interface ExpressionCalendarDate {
  readonly kind: 'calendar-date';
  readonly iso: string;
}

/** Plain JSON, from an entity property, `config` or an object literal. A real Map, so no JavaScript prototype shows through. */
export interface ExpressionMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
}

/** Told by a host each time a member loads more data (https://developer.atlassian.com/cloud/jira/platform/jira-expressions, restrictions). */
export interface ExpenseMeter {
  expensive(count?: number): void;
}

/** A typed Jira object: Issue, Project, Version, EntityProperties ... */
export interface HostObject {
  readonly kind: 'host';
  readonly typeName: string;
  /** Throws UnknownMember for names it does not have. */
  get(member: string, cost: ExpenseMeter): Value;
  /** Two hosts of one type with one identity are `==`; without it only the same object is. */
  readonly identity?: string;
  /** The REST bean, when the expression returns the object itself. */
  toJson?(): unknown;
}

/** An arrow function or a method. */
export interface ExpressionFunction {
  readonly kind: 'function';
  readonly name: string;
  call(args: readonly Value[], cost: ExpenseMeter): Value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isFunction(value: Value): value is ExpressionFunction {
  return typeOf(value) === 'Function';
}

/** The name `typeof` gives: `typeof issue == "Issue"`, `typeof {} == "Map"`. */
export function typeOf(value: Value): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return 'Boolean';
    case 'number':
      return 'Number';
    case 'string':
      return 'String';
    default:
      return isList(value) ? 'List' : typeOfObject(value);
  }
}

function typeOfObject(value: ExpressionDate | ExpressionCalendarDate | ExpressionMap | HostObject | ExpressionFunction): string {
  switch (value.kind) {
    case 'date':
      return 'Date';
    case 'calendar-date':
      return 'CalendarDate';
    case 'map':
      return 'Map';
    case 'function':
      return 'Function';
    case 'host':
      return value.typeName;
  }
}

export function dateValue(at: Date | number): ExpressionDate {
  return { kind: 'date', epochMs: typeof at === 'number' ? at : at.getTime() };
}

/** `iso` is YYYY-MM-DD; the caller has checked it. */
export function calendarDateValue(iso: string): ExpressionCalendarDate {
  return { kind: 'calendar-date', iso };
}

export function mapValue(entries: Iterable<readonly [string, Value]>): ExpressionMap {
  return { kind: 'map', entries: new Map(entries) };
}

export function functionValue(name: string, call: ExpressionFunction['call']): ExpressionFunction {
  return { kind: 'function', name, call };
}
