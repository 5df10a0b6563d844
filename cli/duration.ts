import { Misuse } from './command';

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** @returns milliseconds of `90s`, `30m`, `2h` @throws Misuse for anything else, and for more than a day */
export function durationOf(option: string, text: string): number {
  const [, amount, unit] = /^(\d{1,6})([smh])$/.exec(text.trim()) ?? [];
  const milliseconds = Number(amount) * (units[unit ?? ''] ?? Number.NaN);
  if (!(milliseconds <= 24 * 3_600_000))
    throw new Misuse(`${option} takes a time such as 90s, 30m or 2h, up to a day, not "${text}".`);
  return milliseconds;
}
