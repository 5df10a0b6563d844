import type { EscapeMatrix, EscapeRelease, RecurrencePeriod } from '../../../../../src/contracts/escapes';
import { shareWords } from '../../../../../src/contracts/share-words';

const figure = (count: number): string => count.toLocaleString('en');

/** A row of the chart of escape rates. @param past name of the chosen stage; null past the release */
export function rateWords({ name, young, day, escaped, found, rate, projected }: EscapeRelease, past: string | null): string {
  if (rate === null) return `${name}: nothing found`;
  const what = past === null ? 'escaped' : `went past ${past}`;
  const state = young ? `, still young on day ${day}` : '';
  const later = projected?.rate == null ? '' : `; it comes to ${shareWords(projected.rate)}`;
  return `${name}: ${figure(escaped)} of ${figure(found)} ${what} (${shareWords(rate)})${state}${later}`;
}

/** A row of the chart of removal efficiencies. */
export function efficiencyWords({ name, young, day, counts, efficiency }: EscapeRelease): string {
  if (efficiency === null) return `${name}: nothing found`;
  const found = counts.before + counts.users + counts.untold + counts.earlier;
  const state = young ? `, still young on day ${day}: it can only fall` : '';
  return `${name}: ${figure(counts.before)} of ${figure(found)} found before the release (${shareWords(efficiency)})${state}`;
}

/** `4.1.0, found in Production: 12 defects` */
export function cellWords({ rows, columns }: EscapeMatrix, row: number, column: number, count: number): string {
  const [from, to] = [rows[row], columns[column]];
  const brought = from === undefined ? 'All releases' : from.id === 'unknown' ? 'Release unknown' : from.name;
  const found = to === undefined ? 'found anywhere' : to.id === ':untold' ? 'nobody said where' : `found in ${to.name}`;
  return `${brought}, ${found}: ${count === 1 ? '1 defect' : `${figure(count)} defects`}`;
}

/** `Q3 2026: 4 recurrences on 5 deployments, 0.8 each (limits 0 to 2.4)` */
export function periodWords({ name, partial, recurrences, seen, deployments, rate, signal }: RecurrencePeriod): string {
  const many = `${name}${partial ? ' (a part of it)' : ''}: ${recurrences === 1 ? '1 recurrence' : `${figure(recurrences)} recurrences`}`;
  const how = seen === 0 ? '' : ` (${figure(seen)} seen again while closed)`;
  if (rate === null) return `${many}${how}, no deployment`;
  const on = deployments === 1 ? '1 deployment' : `${figure(deployments)} deployments`;
  const said =
    signal === 'beyond' ? '; beyond the limits' : signal === 'run' ? '; one of eight or more in a row on one side' : '';
  return `${many}${how} on ${on}, ${decimal(rate.value)} each (limits ${decimal(rate.lower)} to ${decimal(rate.upper)})${said}`;
}

/** `0.8`, `12`, `0.03` */
export function decimal(value: number): string {
  if (value === 0) return '0';
  return value >= 10 ? figure(Math.round(value)) : value < 0.1 ? value.toFixed(2) : value.toFixed(1);
}
