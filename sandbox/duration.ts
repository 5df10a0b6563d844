const unitMilliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds of a duration as people write it: `90s`, `15m`, `2h`, `1d`, `1w`, `1h30m`. Throws a sentence for anything else. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) {
    throw new RangeError(`"${text}" is not a duration; write for example 90s, 15m, 2h, 1d or 1h30m.`);
  }
  return parts.reduce((sum, part) => sum + Number(part[1]) * (unitMilliseconds[part[2] ?? ''] ?? 0), 0);
}
