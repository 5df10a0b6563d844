import { agingSeverities, type AgingSeverity, type AgingView } from '../../../../../src/contracts/aging';
import { daysWords, rankWords } from '../../shared/aging-words';

export const severityLabels: Readonly<Record<AgingSeverity, string>> = {
  S1: 'S1',
  S2: 'S2',
  S3: 'S3',
  S4: 'S4',
  none: 'Not set',
};

const mostNamed = 3;

/** What a dot says when it is pointed at. @param items places in the view's dots, the oldest first @param column its name */
export function markWords({ keys, severity, days, statusDays, rank }: AgingView['dots'], items: readonly number[]): string {
  const [only] = items;
  if (only === undefined) return '';
  const own = severity[only] ?? 'none';
  if (items.length === 1) {
    const age = `${daysWords(days[only] ?? 0)} old, ${rankWords(rank[only] ?? null, own)}`;
    return `${keys[only] ?? ''}, ${own === 'none' ? 'no severity' : own}: ${age}; in this status for ${daysWords(statusDays[only] ?? 0)}`;
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
