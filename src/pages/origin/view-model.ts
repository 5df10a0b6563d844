import type { OriginView, RegressionsView } from '../../contracts/origin';
import type { StoredVersion } from '../../defects/shell';
import type { Instant } from '../../kernel/instant';
import { causesOfMany, originWords } from '../../triage';
import type { Origin, OriginChange } from '../../triage';

type Version = Pick<StoredVersion, 'id' | 'name' | 'archived'>;

interface Suggested extends Origin {
  readonly why: string;
}

/** What the part of the panel is made of. */
export interface OriginPageFacts {
  readonly stored: (Origin & { readonly setAt: Instant; readonly setBy: string }) | null;
  readonly suggestions: readonly Suggested[];
  /** In the order of their release dates. */
  readonly versions: readonly Version[];
  readonly affected: readonly Version[];
  /** Ids of the releases that Jira names as affected. */
  readonly affects: readonly string[];
  readonly mayEdit: boolean;
  /** Ids of issues that the viewer may see. */
  readonly visible: ReadonlySet<string>;
  /** Account ids by pseudonym. */
  readonly people: ReadonlyMap<string, string>;
  readonly now: Instant;
}

const unseen = 'an issue that you may not see';

/** What brought a defect in, what facts suggest, and which releases have it by that. */
export function originView(facts: OriginPageFacts): OriginView {
  const { stored, suggestions, versions, affected, affects, mayEdit, visible, people, now } = facts;
  const versionOf = (id: string | null) => {
    const found = versions.find((version) => version.id === id);
    return found === undefined ? null : { id: found.id, name: found.name };
  };
  const described = ({ change, versionId }: Origin) => {
    const version = versionOf(versionId);
    return { change, version, words: originWords(change, version?.name ?? null) };
  };
  return {
    ...{ now, mayEdit },
    origin:
      stored === null
        ? null
        : {
            ...described({ ...stored, change: shownChange(stored.change, visible) }),
            ...{ setAt: stored.setAt, by: people.get(stored.setBy) ?? null },
          },
    suggestions: suggestions
      .filter((one) => !isSame(one, stored))
      .map((one) => ({ ...described(one), why: one.why }))
      .filter(({ words }) => words !== ''),
    versions: versions.filter(({ archived, id }) => !archived || id === stored?.versionId).map(({ id, name }) => ({ id, name })),
    // Jira offers an archived version nowhere.
    affected: affected
      .filter(({ archived, id }) => !archived || affects.includes(id))
      .map(({ id, name }) => ({ id, name, named: affects.includes(id) })),
  };
}

function shownChange(change: OriginChange | null, visible: ReadonlySet<string>): OriginChange | null {
  if (change === null || change.kind !== 'issue' || visible.has(change.value)) return change;
  return { ...change, value: 'hidden', label: unseen };
}

function isSame(one: Origin, other: Origin | null): boolean {
  return other !== null && one.change?.value === other.change?.value && one.versionId === other.versionId;
}

interface ListedOrigin extends Origin {
  readonly defectId: string;
  readonly key: string;
  readonly open: boolean;
}

const most = { causes: 10, defects: 20 };

/**
 * What brought in several defects.
 * @param origins of defects that the viewer may see
 * @param seen ids of issues that the viewer may see; a cause that is another one is left out
 */
export function regressionsView({
  origins,
  versions,
  seen,
  now,
}: {
  readonly origins: readonly ListedOrigin[];
  readonly versions: readonly Version[];
  readonly seen: ReadonlySet<string>;
  readonly now: Instant;
}): RegressionsView {
  const byId = new Map(origins.map((one) => [one.defectId, one]));
  const names = new Map(versions.map(({ id, name }) => [id, name]));
  const causes = causesOfMany(origins).flatMap(({ kind, value, label, defectIds, open }) => {
    const name = kind === 'version' ? names.get(value) : kind === 'issue' && !seen.has(value) ? undefined : (label ?? undefined);
    if (name === undefined) return [];
    const defects = defectIds.flatMap((id) => byId.get(id) ?? []).sort((a, b) => Number(b.open) - Number(a.open));
    const shown = defects.slice(0, most.defects).map(({ key, open: isOpen }) => ({ key, open: isOpen }));
    return [{ kind, label: name, count: defectIds.length, open, defects: shown }];
  });
  return { now, known: origins.length, causes: causes.slice(0, most.causes) };
}
