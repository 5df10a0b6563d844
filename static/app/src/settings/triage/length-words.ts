const units: Readonly<Record<string, number>> = { m: 1, min: 1, minute: 1, h: 60, hour: 60, d: 1440, day: 1440 };

/** Minutes as people write them: `30 min`, `4 h`, `2 d`; the largest unit that fits without a rest. */
export function lengthText(minutes: number | null): string {
  if (minutes === null || Number.isNaN(minutes)) return '';
  if (minutes >= 1440 && minutes % 1440 === 0) return `${minutes / 1440} d`;
  return minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** The minutes that a text says, e.g. `90`, `90 min`, `1.5 h`, `2 days`; null for nothing, NaN where it cannot be read. */
export function minutesIn(text: string): number | null {
  const words = text.trim().toLowerCase();
  if (words === '') return null;
  const read = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)$/.exec(words);
  const unit = read?.[2] === '' ? 1 : (units[read?.[2] ?? ''] ?? units[(read?.[2] ?? '').replace(/s$/, '')]);
  if (read?.[1] === undefined || unit === undefined) return Number.NaN;
  return Math.round(Number(read[1].replace(',', '.')) * unit);
}
