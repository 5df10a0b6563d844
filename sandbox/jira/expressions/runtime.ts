import type { Meter } from './limits';
import type { ExpenseMeter, Value } from './values';

/**
 * How an evaluation behaves. Where Jira's behaviour is not published the default is the stricter choice, so that what passes here
 * is unlikely to fail there; `missingMapKey` is the exception (see docs/platform.md S.6).
 */
export interface EvaluationOptions {
  /** What `new Date()` and `new CalendarDate()` read. */
  readonly now: Date;
  /** The user's time zone, for calendar dates and getHours(). Default UTC. */
  readonly timeZone?: string;
  /** `new Issue('KEY-1')`, `new User(id)` ...; each use is one expensive operation, except RichText. */
  readonly constructors?: Readonly<Record<string, (args: readonly Value[], cost: ExpenseMeter) => Value>>;
  /** Reading a key a plain object does not have. UNCONFIRMED on Jira. Default 'null'. */
  readonly missingMapKey?: 'null' | 'error';
  /** What `?.` forgives: only null before it, or an unknown member after it too. UNCONFIRMED on Jira. Default 'null'. */
  readonly optionalChaining?: 'null' | 'null-and-unknown';
  /** What ?:, if, &&, ||, ! and predicates take: any value with JavaScript's truth (see isTruthy), or booleans only. Default 'any'. */
  readonly conditions?: 'any' | 'boolean';
  readonly limits?: Partial<{ readonly [Name in 'steps' | 'expensiveOperations' | 'beans' | 'primitiveValues']: number }>;
}

/** What members and operators need of the running evaluation. */
export interface Runtime {
  readonly meter: Meter;
  readonly now: Date;
  readonly timeZone: string;
  readonly missingMapKey: 'null' | 'error';
  readonly isTrue: (value: Value) => boolean;
}
