import type { Instant } from '../kernel/instant';

/** What is compared of an issue: everything that gates and figures are made from. The summary is compared, never told. */
export interface IssueFacts {
  readonly id: string;
  readonly key: string;
  readonly level: string | null;
  readonly updatedAt: Instant;
  /** By the name under which a difference is reported, e.g. `status`, `severity`, `fixVersions`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** How the store of an issue differed from Jira. */
export interface Wrong {
  readonly id: string;
  readonly key: string;
  readonly level: string | null;
  /** `missing`: Jira has it and the store had not; `ghost`: the other way round; `outdated`: both, with other facts. */
  readonly kind: 'missing' | 'outdated' | 'ghost';
  /** Names of the fields that differed, in order; empty unless outdated. */
  readonly fields: readonly string[];
}

/**
 * What a reading put right: the facts of the same issues before and after it.
 * @param underway ids of issues whose event is known to be on its way, which are no repairs
 * @param recent changes from then on may still be announced by an event, and are no repairs either
 */
export function repairsBetween(
  before: readonly IssueFacts[],
  after: readonly IssueFacts[],
  underway: ReadonlySet<string>,
  recent: Instant,
): Wrong[] {
  const [was, is] = [byId(before), byId(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const now = is.get(id);
    if (underway.has(id) || (now !== undefined && now.updatedAt >= recent)) return [];
    return wrong(was.get(id), now);
  });
}

function byId(facts: readonly IssueFacts[]): Map<string, IssueFacts> {
  return new Map(facts.map((one) => [one.id, one]));
}

function wrong(was: IssueFacts | undefined, is: IssueFacts | undefined): Wrong[] {
  const told = is ?? was;
  if (told === undefined) return [];
  const { id, key, level } = told;
  if (was === undefined) return [{ id, key, level, kind: 'missing', fields: [] }];
  if (is === undefined) return [{ id, key, level, kind: 'ghost', fields: [] }];
  const fields = [...new Set([...Object.keys(was.fields), ...Object.keys(is.fields)])]
    .filter((name) => was.fields[name] !== is.fields[name])
    .sort();
  return fields.length === 0 ? [] : [{ id, key, level, kind: 'outdated', fields }];
}

/** How many issues were missing, outdated (by the names of their fields) and ghosts. */
export interface WrongCounts {
  readonly missing: number;
  readonly outdated: Readonly<Record<string, number>>;
  readonly ghost: number;
}

export function countWrong(repairs: readonly Wrong[]): WrongCounts {
  const outdated: Record<string, number> = {};
  for (const name of repairs.flatMap(({ fields }) => fields)) outdated[name] = (outdated[name] ?? 0) + 1;
  const of = (kind: Wrong['kind']) => repairs.filter((one) => one.kind === kind).length;
  return { missing: of('missing'), outdated, ghost: of('ghost') };
}
