import type { Instant } from '../../kernel/instant';

/** Says that two defects are the same, whichever of them stays. */
export type SamePair = readonly [one: string, other: string];

/** A defect that may be the one that stays. */
export interface Member {
  readonly id: string;
  readonly open: boolean;
  readonly createdAt: Instant;
}

/**
 * Ids that belong together with each of the ids, itself among them, in the order of the ids: along chains and round cycles.
 * @param ids of which groups are asked for
 */
export function groupsOf(ids: readonly string[], pairs: readonly SamePair[]): Map<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const [one, other] of pairs) {
    next.set(one, [...(next.get(one) ?? []), other]);
    next.set(other, [...(next.get(other) ?? []), one]);
  }
  const found = new Map<string, readonly string[]>();
  for (const id of ids) {
    if (found.has(id)) continue;
    const group = new Set([id]);
    for (const member of group) for (const other of next.get(member) ?? []) group.add(other);
    const sorted = [...group].sort(byId);
    for (const member of sorted) found.set(member, sorted);
  }
  return found;
}

/** Of defects that are the same, the one that stays: the oldest open one, else the oldest. Null for none. */
export function canonicalOf<One extends Member>(members: readonly One[]): One | null {
  const [first] = [...members].sort(
    (a, b) => Number(b.open) - Number(a.open) || compared(a.createdAt, b.createdAt) || byId(a.id, b.id),
  );
  return first ?? null;
}

/** What becomes of two defects that somebody says are the same. */
export interface Join<One> {
  readonly canonical: One;
  readonly duplicate: One;
}

/**
 * Which of two groups' canonical defects becomes a duplicate of the other's.
 * @param asked the defect of which it is said @param other the one that it is said to be the same as; `reopened` where it is opened again
 */
export function joinOf<One extends Member>(
  asked: { readonly defect: One; readonly group: readonly One[] },
  other: { readonly defect: One; readonly group: readonly One[]; readonly reopened: boolean },
): Join<One> | null {
  if (asked.defect.id === other.defect.id) return null;
  const head = (defect: One, group: readonly One[]) => canonicalOf(group) ?? defect;
  const [a, b] = [head(asked.defect, asked.group), head(other.defect, other.group)];
  if (a.id === b.id) return { canonical: a, duplicate: asked.defect.id === a.id ? other.defect : asked.defect };
  const stays = canonicalOf([a, { ...b, open: b.open || other.reopened }]);
  return stays?.id === a.id ? { canonical: a, duplicate: b } : { canonical: b, duplicate: a };
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids are numbers, and a shorter one is smaller. */
function byId(a: string, b: string): number {
  return a.length - b.length || compared(a, b);
}

/** Two ids in the order in which a refusal is kept: it holds in both directions. */
export function refusalOf(one: string, other: string): SamePair {
  return byId(one, other) <= 0 ? [one, other] : [other, one];
}
