import * as fc from 'fast-check';
import { collectChanges } from './changes';
import type { ChangeColumns, StatusChange, TimedIssue } from './changes';

const start = Date.parse('2026-10-01T00:00:00Z');
export const day = 86_400_000;
/** Moments by the day and the hour since 1 October 2026, UTC. */
export const on = (days: number, hours = 0) => start + days * day + hours * 3_600_000;
/** A status whose name is its id. */
export const status = (name: string) => ({ id: name, name });

/** @param changes of the status: when, from, to */
export function issue(
  created: number,
  resolved: number | null,
  now: string,
  ...changes: readonly [number, string, string][]
): TimedIssue {
  const all = changes.map(([at, from, to], order) => ({ at, order, from: status(from), to: status(to) }));
  return { created, resolved, status: status(now), changes: all };
}

export function columnsOf(issues: readonly TimedIssue[]): ChangeColumns {
  const collector = collectChanges();
  for (const each of issues) collector.add(each);
  return collector.columns();
}

const names = ['Open', 'In Progress', 'Review', 'Done'];
const moment = fc.oneof(
  fc.integer({ min: 0, max: 20 * 24 }).map((hours) => on(0, hours)),
  fc.integer({ min: 0, max: 20 * day }).map((milliseconds) => on(0) + milliseconds),
);

/** Any history that Jira may tell: changes of one moment, to the same status, that do not follow from each other, before the creation. */
export const anyIssue: fc.Arbitrary<TimedIssue> = fc.record({
  created: moment,
  resolved: fc.option(moment),
  status: fc.constantFrom(...names).map(status),
  changes: fc
    .array(fc.tuple(moment, fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 8 })
    .map((changes) => changes.map(([at, from, to], order): StatusChange => ({ at, order, from: status(from), to: status(to) }))),
});

/** Spans by the plainest way: a list of what held from when. */
export function naiveSpans({
  created,
  status: now,
  changes,
}: TimedIssue): { readonly name: string | null; readonly from: number }[] {
  const sorted = [...changes].sort((a, b) => (a.at === b.at ? a.order - b.order : a.at - b.at));
  const spans = [{ name: sorted[0]?.from.name ?? now.name, from: created }];
  for (const { at, from, to } of sorted) {
    const held = spans[spans.length - 1]?.name;
    if (from.name === to.name && to.name === held) continue;
    spans.push({ name: to.name, from: Math.max(at, created) });
  }
  return spans;
}

/** What an issue had at a moment; null before it was there. */
export function naiveStatusAt(timed: TimedIssue, at: number): string | null {
  return (
    naiveSpans(timed)
      .filter(({ from }) => from <= at)
      .at(-1)?.name ?? null
  );
}
