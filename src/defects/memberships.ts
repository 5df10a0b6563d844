import type { Instant } from '../kernel/instant';
import { timeline } from './timeline';
import type { Change, Held, Span } from './timeline';

export interface MembershipFacts {
  readonly created: Instant;
  readonly updated: Instant;
  /** Ids that the field holds now: the last word, whatever the changes say. */
  readonly current: readonly string[];
  /** In the order in which they happened. Each takes one id out (`from`), puts one in (`to`), or both. */
  readonly changes: readonly Change[];
  /** Spans known from before the first change, where the changes are only the newest ones. */
  readonly known?: readonly Span[];
}

const absent: Held = { value: null, label: null };

/**
 * The spans in which a field of several values held each of them: every id has a timeline of its own, of being held and not. By first
 * moment, then by id. What no change names was there from the creation on.
 */
export function memberships({ created, updated, current, changes, known }: MembershipFacts): Span[] {
  const named = changes.flatMap(({ from, to }) => [from.value, to.value]);
  const ids = new Set([...current, ...(known ?? []).map(({ value }) => value), ...named].filter((id) => id !== null));
  const spans = [...ids].flatMap((id) => {
    const held = (is: boolean): Held => (is ? { value: id, label: null } : absent);
    return timeline({
      created,
      updated,
      current: held(current.includes(id)),
      changes: changes
        .filter(({ from, to }) => from.value === id || to.value === id)
        .map(({ at, from, to }) => ({ at, from: held(from.value === id), to: held(to.value === id) })),
      ...(known === undefined
        ? {}
        : {
            known: withGaps(
              known.filter(({ value }) => value === id),
              created,
            ),
          }),
    });
  });
  return spans.filter(({ value }) => value !== null).sort(byStart);
}

/** The timeline of one id from its spans: what lies before, between and after them is time without it. */
function withGaps(spans: readonly Span[], created: Instant): Span[] {
  const ends = [created, ...spans.flatMap(({ to }) => to ?? [])];
  const gaps = ends.map((from, n) => ({ ...absent, from, to: spans[n]?.from ?? null }));
  return [...spans, ...gaps.filter(({ from, to }) => from !== to)].sort(byStart);
}

function byStart(a: Span, b: Span): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  const [one, other] = [a.value ?? '', b.value ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
