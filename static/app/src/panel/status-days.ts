/** A status with the days that a defect spent in it, as a part of a bar. */
export interface StatusPart {
  readonly name: string;
  readonly days: number;
  /** Of the whole, in per cent. */
  readonly share: number;
}

/** Places for words beneath the bar: as many as its room holds. */
export const mostParts = 4;

/**
 * The days of each status as the parts of one bar, in the order in which the defect came into them. Where there are more than can be named,
 * the shortest share the last part.
 */
export function statusParts(spent: readonly { readonly status: string; readonly days: number }[]): StatusPart[] {
  const total = spent.reduce((sum, { days }) => sum + days, 0);
  const part = (name: string, days: number): StatusPart => ({
    name,
    days,
    share: total === 0 ? 100 / spent.length : (100 * days) / total,
  });
  if (spent.length <= mostParts) return spent.map(({ status, days }) => part(status, days));
  const longest = new Set([...spent].sort((a, b) => b.days - a.days).slice(0, mostParts - 1));
  const rest = spent.filter((one) => !longest.has(one));
  const restDays = rest.reduce((sum, { days }) => sum + days, 0);
  return [
    ...spent.filter((one) => longest.has(one)).map(({ status, days }) => part(status, days)),
    part(`${rest.length} other statuses`, restDays),
  ];
}
