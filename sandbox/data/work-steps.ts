import type { Prng } from './prng';
import { atWork, MINUTE } from './time';

/** Something that happens after this share of the time from the report to the end. */
export interface Moment<Kind extends string> {
  readonly kind: Kind;
  readonly share: number;
}

/**
 * Puts the moments of one issue on the time line, in order and some minutes apart: in working hours unless somebody is
 * called in for it. What would pass `notAfter` that way is laid out without regard to the hours instead.
 */
export const scheduled = <Kind extends string>(
  moments: readonly Moment<Kind>[],
  span: { readonly from: number; readonly to: number; readonly anyHour: boolean; readonly notAfter: number },
  prng: Prng,
): { readonly kind: Kind; readonly at: number }[] => {
  const linear = moments.map(({ kind, share }) => ({ kind, at: Math.round(span.from + share * (span.to - span.from)) }));
  if (span.anyHour) return linear;
  let last = span.from;
  const atWorkTimes = linear.map(({ kind, at }) => {
    last = atWork(Math.max(at, last + prng.integer(4, 35) * MINUTE), prng);
    return { kind, at: last };
  });
  return last > span.notAfter ? linear : atWorkTimes;
};
