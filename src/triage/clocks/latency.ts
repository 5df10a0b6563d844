import { cycles } from '../../kernel/decision-clock';
import type { Cycle } from '../../kernel/decision-clock';
import { between, day, minute, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

/** A time that a defect waited, or waits, to be decided. */
export interface Wait {
  readonly defectId: string;
  readonly cycle: Cycle;
  readonly startedAt: Instant;
  /** When it was decided, or when it was taken out of the queue otherwise (closed, removed): then nobody decided. Null while it waits. */
  readonly endedAt: Instant | null;
  readonly decided: boolean;
}

export interface Latency {
  readonly cycle: Cycle;
  readonly decided: number;
  /** Those that nobody has decided. */
  readonly open: number;
  /** In minutes; null where so many have not been decided yet that nobody can tell. */
  readonly p50: number | null;
  readonly p90: number | null;
}

/** Minutes that it has waited. */
export function waited({ startedAt, endedAt }: Wait, now: Instant): number {
  return Math.max(0, between(startedAt, endedAt ?? now)) / minute;
}

/** By cycle, those cycles that have any. */
export function latencies(waits: readonly Wait[], now: Instant): Latency[] {
  return cycles.flatMap((cycle) => {
    const some = waits.filter((wait) => wait.cycle === cycle);
    if (some.length === 0) return [];
    const decided = some.filter((wait) => wait.decided).length;
    const quantile = quantileOf(some.map((wait) => ({ minutes: waited(wait, now), decided: wait.decided })));
    return [{ cycle, decided, open: some.length - decided, p50: quantile(0.5), p90: quantile(0.9) }];
  });
}

/**
 * The product-limit estimate of Kaplan and Meier: what still waits counts as "at least so long" for as long as it has waited, instead of
 * not at all, which would make a team look quick that leaves the hard ones lying.
 * @returns the least time by which a share of all is decided
 */
export function quantileOf(waits: readonly { minutes: number; decided: boolean }[]): (share: number) => number | null {
  const sorted = [...waits].sort((a, b) => a.minutes - b.minutes || Number(b.decided) - Number(a.decided));
  const steps: { minutes: number; left: number }[] = [];
  let left = 1;
  sorted.forEach(({ minutes, decided }, n) => {
    if (!decided) return;
    left *= 1 - 1 / (sorted.length - n);
    steps.push({ minutes, left });
  });
  // The product of many fractions ends a hair off the share that it stands for.
  return (share) => steps.find((step) => step.left <= 1 - share + 1e-9)?.minutes ?? null;
}

/** The Monday (UTC) of the week in which a moment lies, as a calendar day. */
export function weekOf(at: Instant): string {
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return plus(at, -weekday * day).slice(0, 10);
}

/** Mondays of the last weeks, this one among them, oldest first. */
export function lastWeeks(weeks: number, now: Instant): string[] {
  const monday = `${weekOf(now)}T00:00:00.000Z`;
  return Array.from({ length: weeks }, (_, n) => plus(monday, (n - weeks + 1) * 7 * day).slice(0, 10));
}
