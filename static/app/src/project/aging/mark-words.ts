import { agingSeverities, type AgingReference, type AgingSeverity, type AgingView } from '../../../../../src/contracts/aging';
import { dayName } from '../../chart/axis-geometry';
import { daysWords, rankWords } from '../../shared/aging-words';

export const severityLabels: Readonly<Record<AgingSeverity, string>> = {
  S1: 'S1',
  S2: 'S2',
  S3: 'S3',
  S4: 'S4',
  none: 'Not set',
};

const mostNamed = 3;

/**
 * What a dot says when it is pointed at.
 * @param items places in the view's dots, the oldest first
 * @param pace how old closed ones were when they left the status; null where columns are no statuses
 * @param date writes a day, `2026-11-02`
 */
export function markWords(
  { keys, severity, days, statusDays, since, rank }: AgingView['dots'],
  items: readonly number[],
  pace: AgingReference | null,
  date: (day: string) => string,
): string {
  const [only] = items;
  if (only === undefined) return '';
  const own = severity[only] ?? 'none';
  if (items.length === 1) {
    const started = date(dayName(since[only] ?? 0));
    const age = `${daysWords(days[only] ?? 0)} old, since ${started}, ${rankWords(rank[only] ?? null, own)}`;
    const inStatus = `in this status for ${daysWords(statusDays[only] ?? 0)}`;
    const left = pace === null ? '' : paceWords(days[only] ?? 0, pace);
    return `${keys[only] ?? ''}, ${own === 'none' ? 'no severity' : own}: ${age}; ${inStatus}${left}`;
  }
  const counts = agingSeverities.flatMap((name) => {
    const count = items.filter((item) => severity[item] === name).length;
    return count === 0 ? [] : [`${count} ${name === 'none' ? 'without severity' : name}`];
  });
  const [oldest, youngest] = [days[only] ?? 0, days[items.at(-1) ?? only] ?? 0];
  const named = items.slice(0, mostNamed).map((item) => keys[item] ?? '');
  const more = items.length > mostNamed ? ` and ${items.length - mostNamed} more` : '';
  return `${items.length} defects (${counts.join(', ')}), ${spanWords(youngest, oldest)} old: ${named.join(', ')}${more}`;
}

function spanWords(from: number, to: number): string {
  return Math.floor(from) === Math.floor(to) ? daysWords(to) : `${Math.floor(from).toLocaleString('en')} to ${daysWords(to)}`;
}

/** How old it is against closed ones when they left the same status; empty where too few did. */
function paceWords(days: number, { p50, p85, p95 }: AgingReference): string {
  if (p50 === null || p85 === null || p95 === null) return '';
  if (days <= p50) return ', no older than half were when they left it';
  return `, older than ${days > p95 ? '95 of 100' : days > p85 ? '85 of 100' : 'half'} were when they left it`;
}
