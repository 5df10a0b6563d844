import { dueAt } from '../../governance';
import type { SlaTargetDays } from '../../governance';
import { sha256 } from '../../kernel/hash';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import type { Severity } from '../../kernel/severity';
import type { HeldTime } from './clock';

/**
 * Whether the resolution target of a defect is over at a moment (milliseconds since 1970), by the severity that it had then. Times during
 * which deferrals held move it, on the days before them too: what is over is kept as a length, without its dates.
 */
export function pastTarget(
  createdAt: Instant,
  held: readonly HeldTime[],
  targets: SlaTargetDays,
): (severity: Severity | null, at: number) => boolean {
  const over = held.reduce((sum, { ms }) => sum + ms, 0);
  const running = held.flatMap(({ from, until }) =>
    from === null ? [] : [{ from: Date.parse(from), until: Date.parse(until) }],
  );
  const due = new Map<Severity | null, number>();
  return (severity, at) => {
    const known = due.get(severity);
    const target = known ?? Date.parse(dueAt(createdAt, severity, targets) ?? '');
    if (known === undefined) due.set(severity, target);
    const holding = running.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until, at) - from), 0);
    return target + over + holding <= at;
  };
}

/** Which of a project's defects are late when. `stamp` is the same as long as the same deferrals held and the targets are the same. */
export function lateRules(
  held: ReadonlyMap<string, readonly HeldTime[]>,
  targets: SlaTargetDays,
): {
  readonly stamp: string;
  readonly isLate: (defect: { readonly id: string; readonly createdAt: Instant }) => ReturnType<typeof pastTarget>;
} {
  const times = [...held].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    stamp: sha256(JSON.stringify([times, severities.map((severity) => targets[severity])])).slice(0, 16),
    isLate: ({ id, createdAt }) => pastTarget(createdAt, held.get(id) ?? [], targets),
  };
}
