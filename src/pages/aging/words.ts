import type { AgingSeverity } from '../../contracts/aging';
import { dayWords } from '../../kernel/day-words';
import type { BaseDay } from './base-day';

/** A defect as the sentence names it. */
export interface Named {
  readonly key: string;
  readonly severity: AgingSeverity;
  readonly status: string;
  readonly days: number;
  readonly statusDays: number;
}

/** What the sentence of the screen is made of. */
export interface Told {
  readonly base: BaseDay;
  readonly windowDays: number;
  readonly open: number;
  readonly late: number;
  readonly unranked: number;
  /** Whether a choice leaves some out. */
  readonly isFiltered: boolean;
  /** The oldest of the worst severity that is open; null where nothing is. */
  readonly oldest: Named | null;
}

/** "7 of 43 open defects are older than 85 of 100 of their severity that were closed in the last 180 days; the oldest S1, …" */
export function sentenceOf(told: Told): string {
  const { base, windowDays, open, late, unranked, isFiltered, oldest } = told;
  const when = base.isToday ? '' : `At the end of ${dayWords(base.at)}, `;
  const { is, are } = base.isToday ? { is: 'is', are: 'are' } : { is: 'was', are: 'were' };
  if (open === 0) return capital(`${when}no defect${isFiltered ? ' of this choice' : ''} ${is} open.`);
  const closed = `closed in the ${base.isToday ? `last ${windowDays} days` : `${windowDays} days before`}`;
  const tail = oldest === null ? '' : `; ${oldestWords(oldest, is)}`;
  if (unranked === open) {
    const some = open === 1 ? `1 defect ${is}` : `${count(open)} defects ${are}`;
    return capital(`${when}${some} open, and too few were ${closed} to say what is old${tail}.`);
  }
  const those = open === 1 ? 'the one open defect' : `${late === 0 ? 'none' : count(late)} of ${count(open)} open defects`;
  const verb = open === 1 ? `${is}${late === 0 ? ' not' : ''}` : late > 1 ? are : is;
  const others = unranked === 0 ? '' : ` Of the severity of ${count(unranked)} too few were closed to say.`;
  const own = open === 1 || late === 1 ? 'its' : 'their';
  return `${capital(`${when}${those} ${verb} older than 85 of 100 of ${own} severity that were ${closed}${tail}.`)}${others}`;
}

function oldestWords({ key, severity, status, days, statusDays }: Named, is: string): string {
  const which = severity === 'none' ? 'the oldest without a severity' : `the oldest ${severity}`;
  const been = is === 'is' ? 'has been' : 'had been';
  const inStatus = Math.floor(statusDays) === Math.floor(days) ? 'all that time' : `for ${daysWords(statusDays)}`;
  return `${which}, ${key}, ${is} ${daysWords(days)} old and ${been} in ${status} ${inStatus}`;
}

/** Why this one first: "S1, older than 97 of 100 closed S1, in Review for 12 days, nobody has it". */
export function whyFirst({ severity, status, statusDays }: Named, rank: number | null, isAssigned: boolean): string {
  const name = severity === 'none' ? 'no severity' : severity;
  const age = rank === null ? [] : [`${rankWords(rank)} closed ${severity === 'none' ? 'without one' : severity}`];
  return [name, ...age, `in ${status} for ${daysWords(statusDays)}`, ...(isAssigned ? [] : ['nobody is assigned'])].join(', ');
}

function rankWords(rank: number): string {
  return rank === 100 ? 'older than all' : rank === 0 ? 'younger than all' : `older than ${rank} of 100`;
}

function daysWords(days: number): string {
  if (days < 1) return 'less than a day';
  return days < 2 ? '1 day' : `${count(Math.floor(days))} days`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
