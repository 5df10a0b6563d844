import { checkCount, textArgument } from './arguments';
import { checkedEpoch, dayIn, parseDay, parseMoment } from './calendar';
import { Failure, UnknownMember } from './errors';
import { fromJson, toJson } from './json';
import { checkedText } from './operators';
import type { Runtime } from './runtime';
import { calendarDateValue, dateValue, functionValue, isList, typeOf } from './values';
import type { HostObject, Value } from './values';

/** `Number` and `JSON`, the two utilities of https://developer.atlassian.com/cloud/jira/platform/jira-expressions-types. `Math` is not there. */
export function globals(runtime: Runtime): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ['Number', functionValue('Number', (args) => toNumber(args))],
    ['JSON', jsonUtility(runtime)],
  ]);
}

/** Constructors that need no host: `new Date()`, `new Date(milliseconds | text)`, `new CalendarDate()`, `new CalendarDate(text)` (same page). */
export function builtInConstructor(name: string, runtime: Runtime): ((args: readonly Value[]) => Value) | undefined {
  if (name === 'Date') return (args) => newDate(args, runtime);
  if (name === 'CalendarDate') return (args) => newCalendarDate(args, runtime);
  return undefined;
}

function newDate(args: readonly Value[], { now }: Runtime): Value {
  checkCount('Date', args, 0, 1);
  const [from] = args;
  if (from === undefined) return dateValue(now);
  if (typeof from === 'number') return dateValue(checkedEpoch(from));
  if (typeof from === 'string') return dateValue(parseMoment(from));
  throw new Failure(`Can't make a Date of ${typeOf(from)}.`);
}

function newCalendarDate(args: readonly Value[], { now, timeZone }: Runtime): Value {
  checkCount('CalendarDate', args, 0, 1);
  return calendarDateValue(args.length === 0 ? dayIn(now.getTime(), timeZone) : parseDay(textArgument('CalendarDate', args[0])));
}

/** NaN for what is no number, as in JavaScript. */
function toNumber(args: readonly Value[]): number {
  checkCount('Number', args, 1);
  const value = args[0] ?? null;
  if (value === null || typeof value !== 'object') return Number(value);
  return !isList(value) && value.kind === 'date' ? value.epochMs : Number.NaN;
}

function jsonUtility({ meter }: Runtime): HostObject {
  const methods = new Map<string, (args: readonly Value[]) => Value>([
    [
      'stringify',
      (args) => {
        checkCount('stringify', args, 1);
        return checkedText(JSON.stringify(toJson(args[0] ?? null, () => meter.step())), (count) => meter.step(count));
      },
    ],
    [
      'parse',
      (args) => {
        checkCount('parse', args, 1);
        return parseJson(checkedText(textArgument('parse', args[0]), (count) => meter.step(count)));
      },
    ],
  ]);
  const get = (member: string): Value => {
    const found = methods.get(member);
    if (found === undefined) throw new UnknownMember(member, [...methods.keys()]);
    return functionValue(member, found);
  };
  return { kind: 'host', typeName: 'JSON', get };
}

function parseJson(text: string): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure(`Not JSON: ${text.slice(0, 60)}`);
  }
  return fromJson(value);
}
