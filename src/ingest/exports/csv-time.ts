import { firstYear, lastYear } from './jira-time';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{3})\d*)?)?`;
const word = `(?<word>${months.join('|')})[a-z]*\\.?`;
const shapes = [
  `(?<year>\\d{4})[-/](?<month>\\d\\d)[-/](?<day>\\d\\d)(?:[ T]+${time}(?<zone> ?(?:Z|[+-]\\d\\d:?\\d\\d))?)?`,
  `(?<day>\\d{1,2})[-/. ]${word}[-/. ](?<year>\\d{4}|\\d\\d)(?:,? +${time}(?: *(?<half>[AP]M))?)?`,
  `${word} (?<day>\\d{1,2}),? (?<year>\\d{4})(?:,? +${time}(?: *(?<half>[AP]M))?)?`,
].map((shape) => new RegExp(`^${shape}$`, 'i'));

/** A moment in a column of Jira's CSV. */
export interface CsvMoment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hasZone: boolean;
}

/**
 * Reads moments as Jira's sites write them, where they can mean one thing only: `01/Nov/26 9:00 AM`, `2026-11-01 09:00`, with a zone or
 * not, `Nov 1, 2026 09:00`. Without a zone it is taken as UTC.
 * @returns null for what could be two dates (`01/02/26`), and for what is none
 */
export function csvMoment(text: string): CsvMoment | null {
  const parts = shapes.map((shape) => shape.exec(text.trim())?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return null;
  const number = (name: string) => Number(parts[name] ?? 0);
  const year =
    (parts['year'] ?? '').length === 2 ? number('year') + (number('year') < firstYear % 100 ? 2000 : 1900) : number('year');
  const month = parts['word'] === undefined ? number('month') : months.indexOf(parts['word'].toLowerCase()) + 1;
  const hour = hourOf(number('hour'), parts['half']?.toUpperCase());
  const [day, minute, second] = [number('day'), number('minute'), number('second')];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= firstYear && year <= lastYear;
  if (!isReal || hour === null || minute > 59 || second > 59) return null;
  const local = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1_000 + number('fraction');
  return { at: local - zoneOf(parts['zone']), hasZone: parts['zone'] !== undefined };
}

/** @returns null where the hour does not exist */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  return hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'PM' ? 12 : 0);
}

/** Milliseconds by which a zone is ahead of UTC. */
function zoneOf(zone: string | undefined): number {
  const found = /([+-])(\d\d):?(\d\d)/.exec(zone ?? '');
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}
