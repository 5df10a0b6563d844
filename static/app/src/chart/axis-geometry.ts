const dayMs = 86_400_000;
const roomPerTick = 90;
const roomPerYear = 110;
const mostTicks = 7;

export interface YTick {
  readonly value: number;
  readonly y: number;
  /** What stands at it; by default the value. */
  readonly words?: string;
}

export interface DayTick {
  readonly x: number;
  /** Calendar day, `2026-11-12`. */
  readonly day: string;
  /** Whether the year belongs to it, because the days span more than one. */
  readonly withYear: boolean;
}

/** A scale of d3 from values to pixels. */
interface Scale {
  (value: number): number;
  ticks(count: number): number[];
}

/** The calendar day of a day since 1970. */
export function dayName(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Ticks of a vertical axis at whole numbers. @param count about how many */
export function yTicks(scale: Scale, count = 4): YTick[] {
  return scale
    .ticks(count)
    .filter(Number.isInteger)
    .map((value) => ({ value, y: scale(value) }));
}

/**
 * Ticks of a horizontal axis of days: the first, the last, and as many between as there is room for.
 * @param firstDay days since 1970
 * @param days how many
 * @param width of the axis in pixels
 * @param left where it begins
 */
export function dayTicks(firstDay: number, days: number, width: number, left = 0): DayTick[] {
  if (days < 1) return [];
  const withYear = dayName(firstDay).slice(0, 4) !== dayName(firstDay + days - 1).slice(0, 4) && days > 180;
  const count = Math.max(2, Math.min(mostTicks, Math.floor(width / (withYear ? roomPerYear : roomPerTick))));
  const last = days - 1;
  const places = new Set(Array.from({ length: count }, (_, n) => Math.round((last * n) / (count - 1))));
  return [...places].map((place) => ({
    x: left + (last === 0 ? 0 : (width * place) / last),
    ...{ day: dayName(firstDay + place), withYear },
  }));
}
