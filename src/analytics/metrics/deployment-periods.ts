import { day } from '../../kernel/instant';

export const periodUnits = ['week', 'month', 'quarter'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A calendar period (UTC), as far as it was looked at; in milliseconds since 1970. */
export interface Period {
  /** The beginning of the calendar period; it may lie before `from`. */
  readonly start: number;
  readonly from: number;
  /** Not included. */
  readonly until: number;
  /** Whether the period goes on. */
  readonly goesOn: boolean;
}

const wanted = 2;

/**
 * How long periods must be to have two deployments or more on average: weeks, else months, else quarters.
 * @param deployments how many there were
 * @param span in milliseconds
 */
export function periodUnit(deployments: number, span: number): PeriodUnit {
  const perDay = deployments / Math.max(1, span / day);
  return perDay * 7 >= wanted ? 'week' : perDay * 30 >= wanted ? 'month' : 'quarter';
}

/** The calendar periods from one moment to another; weeks begin on Monday. The first and the last may be cut. */
export function periodsBetween(unit: PeriodUnit, from: number, until: number): Period[] {
  const periods: Period[] = [];
  for (let start = startOf(unit, from); start < until;) {
    const next = startAfter(unit, start);
    periods.push({ start, from: Math.max(start, from), until: Math.min(next, until), goesOn: next > until });
    start = next;
  }
  return periods;
}

/** The place of the period that holds a moment; -1 where none does. */
export function periodOf(periods: readonly Period[], at: number): number {
  return periods.findIndex(({ from, until }) => from <= at && at < until);
}

function startOf(unit: PeriodUnit, at: number): number {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'quarter') return Date.UTC(year, month - (month % 3), 1);
  if (unit === 'month') return Date.UTC(year, month, 1);
  const today = Math.floor(at / day) * day;
  return today - ((date.getUTCDay() + 6) % 7) * day;
}

function startAfter(unit: PeriodUnit, start: number): number {
  if (unit === 'week') return start + 7 * day;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (unit === 'month' ? 1 : 3), 1);
}
