import fc from 'fast-check';
import { day } from '../../kernel/instant';
import type { StatusSpans } from './status-time';

/** What something held from a moment on, each in the order of time. */
export interface Held {
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly from: number;
}

export function asSpans(issues: readonly (readonly Held[])[]): StatusSpans {
  const all = issues.flat();
  return {
    offsets: Uint32Array.from(issues.reduce((ends, held) => [...ends, (ends.at(-1) ?? 0) + held.length], [0])),
    values: Uint16Array.from(all, ({ value }) => value),
    from: Float64Array.from(all, ({ from }) => from),
  };
}

/** The moments that days are counted at: their last millisecond, and `at` on the last day. @param at milliseconds since 1970 */
export function dayEnds(at: number, firstDay: number): number[] {
  const days = Math.max(0, Math.floor(at / day) - firstDay + 1);
  return Array.from({ length: days }, (_, n) => Math.min(at, (firstDay + n + 1) * day - 1));
}

/** What was held at a moment; undefined before the first. */
export function valueAt(held: readonly Held[], moment: number): number | undefined {
  return held.findLast(({ from }) => from <= moment)?.value;
}

/** A few weeks, in which moments fall on the borders of days more often than chance would have it. */
const moments = fc.oneof(
  fc.integer({ min: 0, max: 30 * day }),
  fc.integer({ min: 0, max: 30 }).map((n) => n * day),
  fc.integer({ min: 1, max: 30 }).map((n) => n * day - 1),
);

/** Histories of issues with values below `values`, the moment at which they are looked at, and the first day that is counted. */
export function histories(values: number) {
  const held = fc
    .array(fc.record({ value: fc.nat(values - 1), from: moments }), { minLength: 1, maxLength: 7 })
    .map((spans) => [...spans].sort((a, b) => a.from - b.from));
  return fc.record({ issues: fc.array(held, { maxLength: 12 }), at: moments, firstDay: fc.integer({ min: -2, max: 31 }) });
}
