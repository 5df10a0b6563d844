import type { OriginChange } from './origin';

/** The origin of one defect, as the list of changes that caused many needs it. */
export interface Regression {
  readonly defectId: string;
  readonly open: boolean;
  readonly change: OriginChange | null;
  readonly versionId: string | null;
}

/** A change or release with the defects that it brought in. */
export interface Cause {
  /** `commit`, `build`, `issue` or `version`. */
  readonly kind: 'version' | OriginChange['kind'];
  readonly value: string;
  /** Null for a release: its name is Jira's. */
  readonly label: string | null;
  readonly defectIds: readonly string[];
  readonly open: number;
}

/** Changes and releases that brought in several defects, those with most first. A defect counts for its change and for its release. */
export function causesOfMany(regressions: readonly Regression[], atLeast = 2): Cause[] {
  const found = new Map<string, Cause>();
  const add = (cause: Pick<Cause, 'kind' | 'value' | 'label'>, { defectId, open }: Regression) => {
    const key = JSON.stringify([cause.kind, cause.value]);
    const known = found.get(key) ?? { ...cause, defectIds: [], open: 0 };
    found.set(key, { ...known, defectIds: [...known.defectIds, defectId], open: known.open + Number(open) });
  };
  for (const regression of regressions) {
    const { change, versionId } = regression;
    if (change !== null) add(change, regression);
    if (versionId !== null) add({ kind: 'version', value: versionId, label: null }, regression);
  }
  return [...found.values()]
    .filter(({ defectIds }) => defectIds.length >= atLeast)
    .sort((a, b) => b.defectIds.length - a.defectIds.length || b.open - a.open || (a.value < b.value ? -1 : 1));
}
