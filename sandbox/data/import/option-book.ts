import type { NamedOption } from '../../jira/model';
import type { ExportedOption } from './export-schema';

/** Gives ids that no object of the export has. */
export type FreeId = () => string;

const ID = /"(?:id|from|to)"\s*:\s*"?(\d{1,12})\b/g;

export const freeIdsFor = (text: string): FreeId => {
  let last = 10_000;
  for (const [, digits] of text.matchAll(ID)) last = Math.max(last, Number(digits));
  return () => String((last += 1));
};

/** One kind of named thing (work types, priorities, ...), collected while the issues are read. */
export interface OptionBook {
  /** The id under which this thing is kept; one without an id is told by its name. */
  register(option: ExportedOption): string;
  /** All of them in the order of first appearance, each with the name that it has most often. */
  all(): NamedOption[];
  /** Every name that the thing with this id goes by. */
  namesOf(id: string): string[];
}

export const createOptionBook = (freeId: FreeId): OptionBook => {
  const counts = new Map<string, Map<string, number>>();
  const idByName = new Map<string, string>();
  const mostFrequent = (names: ReadonlyMap<string, number>): string =>
    [...names].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? '';
  return {
    register: ({ id, name }) => {
      const known = id ?? idByName.get(name) ?? freeId();
      idByName.set(name, idByName.get(name) ?? known);
      const names = counts.get(known) ?? new Map<string, number>();
      names.set(name, (names.get(name) ?? 0) + 1);
      counts.set(known, names);
      return known;
    },
    all: () => [...counts].map(([id, names]) => ({ id, name: mostFrequent(names) })),
    namesOf: (id) => [...(counts.get(id)?.keys() ?? [])],
  };
};
