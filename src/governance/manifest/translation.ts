import type { ManifestItem } from './issue-manifest';

/** What something of the source is called in the target. */
export interface Mapping {
  /** By key in the source. */
  readonly issues: ReadonlyMap<string, string>;
  /** Account ids. */
  readonly people: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<string, string>;
}

export const noMapping: Mapping = { issues: new Map(), people: new Map(), fields: new Map(), statuses: new Map() };

/** `person:a` to `person:b`, `issue:SHOP-1` to `issue:NEW-7`, `field:…`, `status:…`; what it does not know stays as it is. */
export type Names = ReadonlyMap<string, string>;

export function namesOf({ issues, people, fields, statuses }: Mapping): Map<string, string> {
  const names = new Map<string, string>();
  const lists = [
    ['person', people],
    ['field', fields],
    ['status', statuses],
    ['issue', issues],
    ['text', issues],
  ] as const;
  for (const [kind, list] of lists) for (const [from, to] of list) names.set(`${kind}:${from}`, `${kind}:${to}`);
  return names;
}

/** An item of the source in the words of the target. */
export function translated(item: ManifestItem, names: Names): ManifestItem {
  const word = (name: string) => names.get(name) ?? name;
  return { ...item, labels: item.labels.map(word), refs: item.refs.map(word), bag: item.bag.map(word).sort() };
}
