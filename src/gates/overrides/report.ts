import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { overrideStateAt } from './override';
import type { Override, OverrideState } from './override';

/** What one person has to do with overrides. */
export interface OverridingPerson {
  /** Pseudonym. */
  readonly who: string;
  /** How many the person asked for, and how many of those were approved. */
  readonly asked: number;
  readonly granted: number;
  /** How many the person approved for others. */
  readonly approved: number;
}

/** How overrides were used: who asks, who approves, for which reasons, and what became of them. */
export interface OverrideReport {
  readonly asked: number;
  readonly granted: number;
  /** By what became of them, at the moment of the report. */
  readonly states: Readonly<Partial<Record<OverrideState, number>>>;
  /** Those who asked most first; then those who approved most. */
  readonly people: readonly OverridingPerson[];
  /** By the class of the reason, the commonest first. */
  readonly reasons: readonly { readonly name: string; readonly count: number }[];
}

/** @param days how far back the requests go that count */
export function overrideReport(overrides: readonly Override[], now: Instant, days: number): OverrideReport {
  const counted = overrides.filter(({ events }) => events[0] !== undefined && between(events[0].at, now) <= days * day);
  const people = new Map<string, { asked: number; granted: number; approved: number }>();
  const of = (who: string) => {
    const known = people.get(who) ?? { asked: 0, granted: 0, approved: 0 };
    people.set(who, known);
    return known;
  };
  const states: Partial<Record<OverrideState, number>> = {};
  const reasons = new Map<string, number>();
  let granted = 0;
  for (const override of counted) {
    const approver = override.events.find(({ act }) => act === 'approved')?.who ?? null;
    const requester = of(override.requester);
    requester.asked += 1;
    if (approver !== null) {
      granted += 1;
      requester.granted += 1;
      of(approver).approved += 1;
    }
    const state = overrideStateAt(override, now);
    states[state] = (states[state] ?? 0) + 1;
    reasons.set(override.reason.name, (reasons.get(override.reason.name) ?? 0) + 1);
  }
  return {
    ...{ asked: counted.length, granted, states },
    people: [...people]
      .map(([who, counts]) => ({ who, ...counts }))
      .sort((a, b) => b.asked - a.asked || b.approved - a.approved || (a.who < b.who ? -1 : 1)),
    reasons: [...reasons]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
  };
}
