const [zero, dash, plus, point, colon, letterT, letterZ] = [0x30, 0x2d, 0x2b, 0x2e, 0x3a, 0x54, 0x5a];

/** What lies outside is a slip of a pen, and would make a chart of a million days. */
export const firstYear = 1970;
export const lastYear = 2100;
const noNumber = 1e9;

/**
 * Reads moments as Jira's REST interface writes them, `2026-11-02T10:00:00.000+0100`, out of bytes; milliseconds may be missing, the zone
 * may be `Z` or have a colon. A moment without a zone is none, and so is one before 1970 or after 2100.
 */
export class MomentReader {
  /** Moments of one file stand close together: most have a date that came before. */
  private readonly dates = new Map<number, number>();
  private lastNumber = NaN;
  private lastDate = NaN;

  /** @returns milliseconds since 1970; NaN where this is no moment */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (end - start < 20 || bytes[start + 4] !== dash || bytes[start + 7] !== dash || bytes[start + 10] !== letterT) return NaN;
    const date = this.date(two(bytes, start) * 100 + two(bytes, start + 2), two(bytes, start + 5), two(bytes, start + 8));
    if (bytes[start + 13] !== colon || bytes[start + 16] !== colon) return NaN;
    const seconds = secondsOf(two(bytes, start + 11), two(bytes, start + 14), two(bytes, start + 17));
    let at = start + 19;
    let milliseconds = 0;
    if (bytes[at] === point) {
      milliseconds = digits(bytes, at + 1, 3);
      at += 4;
    }
    return date + seconds * 1_000 + milliseconds - zone(bytes, at, end);
  }

  private date(year: number, month: number, day: number): number {
    const number = (year * 100 + month) * 100 + day;
    if (number === this.lastNumber) return this.lastDate;
    const date = this.dates.get(number) ?? this.newDate(number, year, month, day);
    [this.lastNumber, this.lastDate] = [number, date];
    return date;
  }

  private newDate(number: number, year: number, month: number, day: number): number {
    const date = new Date(Date.UTC(year, month - 1, day));
    // 31 June would become 1 July.
    const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= firstYear && year <= lastYear;
    const known = real ? date.getTime() : NaN;
    if (this.dates.size < 100_000) this.dates.set(number, known);
    return known;
  }
}

/** @returns the number that so many digits write; NaN where one of them is no digit, or where there are none */
export function digits(bytes: Uint8Array, start: number, count: number): number {
  let number = count > 0 ? 0 : NaN;
  for (let at = start; at < start + count; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** @returns the number that two digits write; where one of them is no digit, one that is no part of any moment */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noNumber;
}

function secondsOf(hour: number, minute: number, second: number): number {
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : NaN;
}

/** @returns milliseconds by which the zone is ahead of UTC */
function zone(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  if (sign === letterZ && at + 1 === end) return 0;
  if (sign !== plus && sign !== dash) return NaN;
  const minutesAt = bytes[at + 3] === colon ? at + 4 : at + 3;
  if (minutesAt + 2 !== end) return NaN;
  const milliseconds = secondsOf(two(bytes, at + 1), two(bytes, minutesAt), 0) * 1_000;
  return sign === plus ? milliseconds : -milliseconds;
}
