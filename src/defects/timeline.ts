import type { Instant } from '../kernel/instant';

/** Something that a field held: an id or text, and its name at the time. Both null where the field was empty. */
export interface Held {
  readonly value: string | null;
  readonly label: string | null;
}

export interface Change {
  readonly at: Instant;
  readonly from: Held;
  readonly to: Held;
}

/** A stretch of time in which a field held one value; `to` is null while it lasts. */
export interface Span extends Held {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface TimelineFacts {
  readonly created: Instant;
  readonly updated: Instant;
  /** What the field holds now: the last word, whatever the changes say. */
  readonly current: Held;
  /** In the order in which they happened; changes of the same moment keep the order given. */
  readonly changes: readonly Change[];
  /** Spans known from before the first change, where the changes are only the newest ones. */
  readonly known?: readonly Span[];
}

/**
 * Turns changes into spans without gaps or overlaps from the creation to now. Values may come back; what lasted no time at all is
 * left out; a change dated before the creation counts from the creation on. Where the changes do not lead to what the field holds
 * now (a migration rewrote statuses without a trace), the last update is the latest moment at which that can have happened.
 */
export function timeline({ created, updated, current, changes, known = [] }: TimelineFacts): Span[] {
  const first = changes[0];
  const before = first === undefined ? known : known.filter((span) => span.from < first.at);
  const start = before.at(-1) ?? { ...(first?.from ?? current), from: created };
  const points: (Held & { from: Instant })[] = [...before.slice(0, -1), start];
  for (const change of changes) points.push({ ...change.to, from: later(change.at, points.at(-1)?.from ?? created) });
  if (points.at(-1)?.value !== current.value) points.push({ ...current, from: later(updated, points.at(-1)?.from ?? created) });
  return toSpans(points);
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function toSpans(points: readonly (Held & { from: Instant })[]): Span[] {
  const lasting = points.filter((point, n) => points[n + 1]?.from !== point.from);
  const changed = lasting.filter((point, n) => n === 0 || lasting[n - 1]?.value !== point.value);
  return changed.map(({ value, label, from }, n) => ({ value, label, from, to: changed[n + 1]?.from ?? null }));
}

/** What was held at a moment; undefined before the first span. A span holds from its first moment up to, not including, its last. */
export function heldAt(spans: readonly Span[], at: Instant): Span | undefined {
  return spans.find((span) => span.from <= at && (span.to === null || span.to > at));
}
