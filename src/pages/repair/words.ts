import type { MedianTime } from '../../analytics';
import { day, minute } from '../../kernel/instant';

const hour = 60 * minute;
const units = [
  { size: day, name: 'day', from: 2 * day },
  { size: hour, name: 'hour', from: 2 * hour },
  { size: minute, name: 'minute', from: 0 },
] as const;

/** `3.2 days`, `5 hours`, `12 minutes`. @param milliseconds not negative */
export function lengthWords(milliseconds: number): string {
  const unit = unitOf(milliseconds);
  const number = rounded(milliseconds / unit.size);
  return `${number} ${unit.name}${number === '1' ? '' : 's'}`;
}

/** `3.2 days (2.1 to 5)`, where there is a median; all of it in one unit. */
export function medianWords({ median, lower, upper }: MedianTime): string | null {
  if (median === null) return null;
  const { size } = unitOf(median);
  const low = rounded((lower ?? 0) / size);
  return `${lengthWords(median)} (${upper === null ? `${low} or more` : `${low} to ${rounded(upper / size)}`})`;
}

/** Fewer than that say little. */
export const few = 5;

/** What was measured, as the end of a sentence. @param verb what happened to them: "repaired" */
export function measureWords(measured: MedianTime, verb: string, open: string): string {
  const { ended, censored } = measured;
  if (ended + censored === 0) return 'nothing to measure';
  const median = medianWords(measured);
  const counts = `${figure(ended)} ${verb}${censored === 0 ? '' : `, ${figure(censored)} ${open}`}`;
  const half = median === null ? `fewer than half are ${verb} so far` : `half are ${verb} within ${median}`;
  return `${half}: ${counts}${ended < few ? '; with so few, read it with care' : ''}`;
}

/** How often chance alone would do it: `in 3 of 100 cases`. */
export function chanceWords(p: number): string {
  if (p < 0.001) return 'in fewer than 1 of 1,000 cases';
  if (p < 0.01) return 'in fewer than 1 of 100 cases';
  return `in ${Math.min(99, Math.round(p * 100))} of 100 cases`;
}

export function figure(count: number): string {
  return count.toLocaleString('en');
}

/** `1 deployment`, `2,400 deployments` */
export function counted(count: number, what: string): string {
  return `${figure(count)} ${what}${count === 1 ? '' : 's'}`;
}

function unitOf(milliseconds: number): (typeof units)[number] {
  return units.find(({ from }) => milliseconds >= from) ?? units[2];
}

/** To a tenth below ten, else whole. */
function rounded(value: number): string {
  return (value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value)).toLocaleString('en');
}
