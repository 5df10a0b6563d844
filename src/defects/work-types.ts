/** Names of the work types that count, as the settings list them. */
export interface WorkTypes {
  readonly defectTypes: readonly string[];
  readonly releaseTypes: readonly string[];
}

export type Tracked = 'defect' | 'release-ticket' | null;

const plain = (name: string) => name.trim().toLowerCase();

/** Whether a list of work types names this one. Case and outer spaces do not matter. */
export function isNamed(names: readonly string[], name: string): boolean {
  return names.some((candidate) => plain(candidate) === plain(name));
}

/** What Holdpoint takes an issue of this work type for; null where it does not track it. A type in both lists is a defect. */
export function trackedAs(types: WorkTypes, typeName: string): Tracked {
  if (isNamed(types.defectTypes, typeName)) return 'defect';
  return isNamed(types.releaseTypes, typeName) ? 'release-ticket' : null;
}
