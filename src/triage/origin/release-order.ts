interface Placed {
  readonly id: string;
  /** Calendar day; null where there is none. */
  readonly releaseDate: string | null;
}

/**
 * Releases in the order in which they come: by their dates; one without a date right after the one that stands before it in Jira's list,
 * and first where none does. Of the same date the earlier in Jira's list comes first.
 * @param sequence ids as Jira lists them; one without a date that is not among them comes last
 */
export function inReleaseOrder<Version extends Placed>(versions: readonly Version[], sequence: readonly string[]): Version[] {
  const places = new Map(sequence.map((id, at) => [id, at]));
  const placeOf = ({ id }: Placed) => places.get(id) ?? sequence.length;
  const listed = versions.toSorted((a, b) => placeOf(a) - placeOf(b));
  const dated = listed.filter(({ releaseDate }) => releaseDate !== null);
  // Sorting keeps the order of those that are the same.
  const ordered = dated.toSorted((a, b) => compare(a.releaseDate ?? '', b.releaseDate ?? ''));
  const isKnown = (version: Placed) => places.has(version.id);
  for (const [at, version] of listed.entries()) {
    if (version.releaseDate !== null) continue;
    const before = listed[at - 1];
    if (!isKnown(version)) ordered.push(version);
    else ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, version);
  }
  return ordered;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
