import { day as dayLength } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { dayWords } from '../../kernel/day-words';

/** The calendar day of a day since 1970, `2026-11-09`. */
export function dayName(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** Days since 1970 of a calendar day; null where there is none. */
export function dayNumber(name: string | null): number | null {
  const at = name === null ? NaN : Date.parse(`${name.slice(0, 10)}T00:00:00.000Z`);
  return Number.isNaN(at) ? null : Math.floor(at / dayLength);
}

/** `9 November`, with the year where it is another one. */
export function onDay(name: string, now: Instant): string {
  const words = dayWords(name);
  return name.slice(0, 4) === now.slice(0, 4) ? words.slice(0, -5) : words;
}

/** `63 in 100`; never 0 or 100, which nobody knows. */
export function inHundred(chance: number): string {
  const hundredths = Math.round(chance * 100);
  if (hundredths < 1) return 'fewer than 1 in 100';
  return hundredths > 99 ? 'more than 99 in 100' : `${hundredths} in 100`;
}

/** `1 blocker`, `5 blockers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** About as exact as an expectation is: two digits. */
export function about(value: number): string {
  if (value < 10) return String(Math.round(value * 10) / 10);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return (Math.round(value / unit) * unit).toLocaleString('en');
}

/** What the first letter of a sentence is. */
export function opened(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export interface SentenceFacts {
  readonly name: string;
  readonly blockers: number;
  /** What lies ahead, the earlier first, with the chance that all blockers are closed by then, and that none is open on the day. */
  readonly ahead: readonly {
    readonly what: 'freeze' | 'release';
    readonly day: string;
    readonly by: number;
    readonly clear: number;
  }[];
  /** By when it is at these chances; null where that is too far away. */
  readonly even: string | null;
  readonly likely: { readonly chance: number; readonly day: string | null };
  /** Blockers that come in a day. */
  readonly perDay: number;
  readonly now: Instant;
}

/** What a forecast comes to, e.g. "4.2.0: 63 in 100 that its 5 blockers are closed by the freeze on 9 November; 85 in 100 by 17 November." */
export function forecastSentence(facts: SentenceFacts): string {
  const { name, blockers, ahead, now } = facts;
  if (blockers === 0) return `${name}: nothing blocks it now. ${stays(facts)}`;
  const what = blockers === 1 ? 'its blocker is closed' : `its ${counted(blockers, 'blocker')} are closed`;
  const [first, second] = ahead;
  if (first === undefined) {
    const [even, likely] = [facts.even, facts.likely.day];
    if (even === null) return `${name}: it is not even likely that ${what} ${withinReach}.`;
    const later = likely === null ? '' : `; ${inHundred(facts.likely.chance)} by ${onDay(likely, now)}`;
    return `${name}: 50 in 100 that ${what} by ${onDay(even, now)}${later}.`;
  }
  const also = second === undefined ? '' : `, ${inHundred(second.by)} by the ${second.what} on ${onDay(second.day, now)}`;
  return `${name}: ${inHundred(first.by)} that ${what} by the ${first.what} on ${onDay(first.day, now)}${also}; ${then(facts)}.`;
}

const withinReach = 'within the next four months';

function then({ even, likely, now }: SentenceFacts): string {
  if (likely.day !== null) return `${inHundred(likely.chance)} by ${onDay(likely.day, now)}`;
  if (even !== null) return `50 in 100 by ${onDay(even, now)}`;
  return 'even chances are more than four months away, as new ones come about as quickly as they are closed';
}

function stays({ ahead, perDay, now }: SentenceFacts): string {
  const pace =
    perDay <= 0 ? 'none has come lately' : `about one comes every ${counted(Math.max(1, Math.round(1 / perDay)), 'day')}`;
  const next = ahead[0];
  if (next === undefined) return `${opened(pace)}.`;
  return `${opened(inHundred(next.clear))} that nothing does at the end of ${onDay(next.day, now)}, the day of its ${next.what}: ${pace}.`;
}
