import type { Instant } from '../kernel/instant';
import type { DefectHistory } from './history';

/** Ids of the versions that a defect names, as it is now. */
export interface NamedVersions {
  readonly affects: readonly string[];
  readonly fix: readonly string[];
}

/** A defect with what charts need of it beside its statuses and severities. */
export interface FactsOfDefect {
  readonly id: string;
  readonly createdAt: Instant;
  readonly named: NamedVersions;
  readonly history: Pick<DefectHistory, 'assignee'>;
}

/** The same of many defects, by id. No person is in it. */
export interface DefectFacts {
  /** Those that name no version are missing. */
  readonly named: ReadonlyMap<string, NamedVersions>;
  /**
   * When somebody was assigned for the first time after the creation, in milliseconds since 1970; those to whom that never happened are
   * missing.
   */
  readonly assigned: ReadonlyMap<string, number>;
}

/** Facts as JSON that compresses well, in the order of the defects that they are packed with. */
export interface PackedFacts {
  /** Ids of the versions that any of them names. */
  readonly versions: readonly string[];
  readonly affects: PackedLists;
  readonly fix: PackedLists;
  /** Milliseconds since 1970: the first as it is, each other as the difference to the one before. */
  readonly created: readonly number[];
  /** Milliseconds from the creation to the first assignment after it; null where there was none. */
  readonly untilAssigned: readonly (number | null)[];
}

/** Some versions of each defect: how many, and their places among all that are named. */
interface PackedLists {
  readonly counts: readonly number[];
  readonly values: readonly number[];
}

export function packFacts(defects: readonly FactsOfDefect[]): PackedFacts {
  const versions = [...new Set(defects.flatMap(({ named }) => [...named.affects, ...named.fix]))];
  const places = new Map(versions.map((id, n) => [id, n]));
  const packed = (lists: readonly (readonly string[])[]): PackedLists => ({
    counts: lists.map(({ length }) => length),
    values: lists.flatMap((ids) => ids.map((id) => places.get(id) ?? 0)),
  });
  const created = defects.map(({ createdAt }) => Date.parse(createdAt));
  return {
    versions,
    affects: packed(defects.map(({ named }) => named.affects)),
    fix: packed(defects.map(({ named }) => named.fix)),
    created: created.map((at, n) => at - (created[n - 1] ?? 0)),
    untilAssigned: defects.map(({ createdAt, history }) => {
      const first = history.assignee.find(({ value, from }) => value !== null && from > createdAt);
      return first === undefined ? null : Date.parse(first.from) - Date.parse(createdAt);
    }),
  };
}

/** The facts of several chunks as one. */
export function unpackFacts(chunks: readonly { readonly ids: readonly string[]; readonly facts: PackedFacts }[]): DefectFacts {
  const named = new Map<string, NamedVersions>();
  const assigned = new Map<string, number>();
  for (const { ids, facts } of chunks) {
    const [affected, fixed] = [listsIn(facts.affects, facts.versions), listsIn(facts.fix, facts.versions)];
    let created = 0;
    ids.forEach((id, n) => {
      const [affects = [], fix = []] = [affected[n], fixed[n]];
      if (affects.length + fix.length > 0) named.set(id, { affects, fix });
      created += facts.created[n] ?? 0;
      const after = facts.untilAssigned[n] ?? null;
      if (after !== null) assigned.set(id, created + after);
    });
  }
  return { named, assigned };
}

function listsIn({ counts, values }: PackedLists, versions: readonly string[]): string[][] {
  let next = 0;
  return counts.map((count) => {
    const list = values.slice(next, next + count).map((place) => versions[place] ?? '');
    next += count;
    return list;
  });
}
