import { day } from '../../kernel/instant';
import { fillBits } from '../../kernel/random';
import type { Random } from '../../kernel/random';
import { drawn, drawTables, drawWidth } from './draw-tables';
import type { DrawTables } from './draw-tables';
import { chanceOfEnd } from './lasting';
import type { Lasting } from './lasting';

/** What a forecast rests on. Kinds are places in `curves`. */
export interface ForecastFacts {
  /** The moment of the forecast, in milliseconds since 1970. */
  readonly at: number;
  /** How long defects of each kind last, in milliseconds. */
  readonly curves: readonly Lasting[];
  /** Those that are open at the moment: their kinds and ages in milliseconds. */
  readonly kinds: Uint16Array;
  readonly ages: Float64Array;
  /** What came on past days: the kinds from `offsets[d]` up to, not including, `offsets[d + 1]` on day d. Without a day nothing comes. */
  readonly arrivals: { readonly offsets: Uint32Array; readonly kinds: Uint16Array };
}

export interface ForecastPlan {
  /** How many UTC days are looked ahead, that of the moment being the first. At most 255. */
  readonly days: number;
  readonly runs: number;
}

/** What the runs came to, at the end of each UTC day. */
export interface Forecast {
  /** Days since 1970. */
  readonly firstDay: number;
  /** Share of the runs in which, at the end of this day or of one before, nothing was open. */
  readonly by: Float64Array;
  /** Share of the runs in which nothing was open at the end of this very day. */
  readonly clear: Float64Array;
  /** How many were open, on average over the runs. */
  readonly open: Float64Array;
}

/**
 * When will all of them be closed? Many runs of the days to come: every open one ends after a time drawn from how long its kind lasts, given
 * that it has lasted as long as it has (so that what is still open counts among what is known, and an old one is not taken for a new one);
 * on every day as many new ones come as on a past day drawn by chance, and end likewise. All are closed on the first day at whose end none
 * is open, neither of those known nor of those that came by then.
 *
 * Everything that can be worked out once is: the chance of each to end on each day becomes a table, so that a run draws one number a defect.
 */
export function forecast(facts: ForecastFacts, plan: ForecastPlan, random: Random): Forecast {
  const { days, runs } = plan;
  // Whole numbers: a processor adds them up without a detour, and 10,000 runs of 200,000 open ones fit.
  const sums: Sums = { by: new Int32Array(days), clear: new Int32Array(days), open: new Int32Array(days) };
  eachRows(facts, plan, random, (rows) => addUp(rows, facts.ages.length, sums));
  const shared = (column: Int32Array) => Float64Array.from(column, (sum) => sum / runs);
  return { firstDay: Math.floor(facts.at / day), by: shared(sums.by), clear: shared(sums.clear), open: shared(sums.open) };
}

/** The same runs one by one: in each of them the place of the first day at whose end nothing was open; `days` where that was later. */
export function firstClear(facts: ForecastFacts, plan: ForecastPlan, random: Random): Uint8Array {
  const { days, runs } = plan;
  const found = new Uint8Array(runs).fill(days);
  eachRows(facts, plan, random, ({ change, count }, first) => {
    for (let run = 0; run < count; run += 1) {
      let left = facts.ages.length;
      for (let d = 0; d < days; d += 1) {
        left += change[run * (days + 1) + d] ?? 0;
        if (left > 0) continue;
        found[first + run] = d;
        break;
      }
    }
  });
  return found;
}

function eachRows(
  facts: ForecastFacts,
  { days, runs }: ForecastPlan,
  random: Random,
  take: (rows: Rows, first: number) => void,
): void {
  const { at, ages, arrivals } = facts;
  const known = knownTables(facts, days);
  const fresh = freshTables(facts, days);
  const rows: Rows = { change: new Int32Array(together * (days + 1)), days, count: together };
  for (let first = 0; first < runs; first += together) {
    const some = { ...rows, count: Math.min(together, runs - first) };
    some.change.fill(0);
    endKnown(some, known, ages.length, random);
    // Of the day of the moment only the rest is still to come.
    bringNew(some, fresh, { arrivals, rest: Math.floor(at / day) + 1 - at / day }, random);
    take(some, first);
  }
}

/** So many runs go side by side that what they touch stays in the processor's nearest memory, and each table is fetched once for all. */
const together = 32;

/** By run and day, how many more are open than the day before; a run has a place more than days, for what comes later. */
interface Rows {
  readonly change: Int32Array;
  readonly days: number;
  readonly count: number;
}

interface Sums {
  readonly by: Int32Array;
  readonly clear: Int32Array;
  readonly open: Int32Array;
}

function endKnown({ change, days, count }: Rows, known: DrawTables, defects: number, random: Random): void {
  // Looked up once, not two million times, where modules are not bundled.
  const draw = drawn;
  const bits = new Int32Array(count);
  for (let n = 0; n < defects; n += 1) {
    fillBits(random, bits);
    for (let run = 0; run < count; run += 1) {
      const place = run * (days + 1) + draw(known, n, bits[run] ?? 0);
      change[place] = (change[place] ?? 0) - 1;
    }
  }
}

interface Coming {
  readonly arrivals: ForecastFacts['arrivals'];
  /** The share of the first day that is still to come. */
  readonly rest: number;
}

function bringNew({ change, days, count }: Rows, fresh: DrawTables, { arrivals, rest }: Coming, random: Random): void {
  const draw = drawn;
  const { offsets, kinds } = arrivals;
  const pastDays = offsets.length - 1;
  // Where nothing ever came, nothing is drawn.
  if (kinds.length === 0) return;
  const like = new Int32Array(days);
  const bits = new Int32Array(days);
  const more = new Int32Array(1);
  for (let run = 0; run < count; run += 1) {
    const from = run * (days + 1);
    fillBits(random, like);
    fillBits(random, bits);
    for (let d = 0; d < days; d += 1) {
      const past = (numberOf(like[d] ?? 0) * pastDays) | 0;
      const first = offsets[past] ?? 0;
      const until = offsets[past + 1] ?? 0;
      for (let n = first; n < until; n += 1) {
        // Most days bring one at most; what else a day brings draws for itself.
        if (n > first) fillBits(random, more);
        const lasts = draw(fresh, kinds[n] ?? 0, n > first ? (more[0] ?? 0) : (bits[d] ?? 0));
        if (d === 0 && isOver(random, rest)) continue;
        const place = from + (d + lasts < days ? d + lasts : days);
        change[from + d] = (change[from + d] ?? 0) + 1;
        change[place] = (change[place] ?? 0) - 1;
      }
    }
  }
}

/** Of 32 bits: a number of at least 0 and below 1. */
function numberOf(bits: number): number {
  return (bits >>> 0) / 4_294_967_296;
}

/** Whether one that comes on the first day came before the moment. */
function isOver(random: Random, rest: number): boolean {
  if (rest >= 1) return false;
  const bits = new Int32Array(1);
  fillBits(random, bits);
  return numberOf(bits[0] ?? 0) >= rest;
}

function addUp({ change, days, count }: Rows, defects: number, { by, clear, open }: Sums): void {
  for (let run = 0; run < count; run += 1) {
    const from = run * (days + 1);
    let left = defects;
    let done = 0;
    for (let d = 0; d < days; d += 1) {
      left += change[from + d] ?? 0;
      open[d] = (open[d] ?? 0) + left;
      if (left === 0) {
        clear[d] = (clear[d] ?? 0) + 1;
        done = 1;
      }
      by[d] = (by[d] ?? 0) + done;
    }
  }
}

/** On which of the days each open one ends; `days` stands for later. */
function knownTables({ at, curves, kinds, ages }: ForecastFacts, days: number): DrawTables {
  const toEndOfDay = (d: number) => (Math.floor(at / day) + d + 1) * day - at;
  return tables(ages.length, days, (n, d) => {
    const curve = curves[kinds[n] ?? 0];
    return curve === undefined ? 0 : chanceOfEnd(curve, ages[n] ?? 0, toEndOfDay(d));
  });
}

/** How many days after the one on which it came a new one of each kind ends; it came at noon. */
function freshTables({ curves }: ForecastFacts, days: number): DrawTables {
  return tables(curves.length, days, (kind, d) => {
    const curve = curves[kind];
    return curve === undefined ? 0 : chanceOfEnd(curve, 0, (d + 0.5) * day);
  });
}

function tables(count: number, days: number, endedBy: (table: number, d: number) => number): DrawTables {
  const chances = new Float64Array(count * drawWidth);
  for (let table = 0; table < count; table += 1) {
    let before = 0;
    for (let d = 0; d < days; d += 1) {
      const by = endedBy(table, d);
      chances[table * drawWidth + d] = by - before;
      before = by;
    }
    chances[table * drawWidth + days] = 1 - before;
  }
  return drawTables(chances);
}

/**
 * The day by which all have been closed in at least this share of the runs.
 * @returns days since 1970; null where that is later than what was looked at
 */
export function dayOfChance({ firstDay, by }: Forecast, share: number): number | null {
  const found = by.findIndex((chance) => chance >= share);
  return found < 0 ? null : firstDay + found;
}
