/** A version as the order of releases needs it. */
export interface OrderedRelease {
  readonly id: string;
  readonly name: string;
  /** Calendar day; null where none is planned. */
  readonly releaseDate: string | null;
  readonly released: boolean;
  readonly archived: boolean;
}

/** In the order in which they come: by their dates, those without one last; then by name, 4.9 before 4.10. */
export function byRelease(a: OrderedRelease, b: OrderedRelease): number {
  if (a.releaseDate !== b.releaseDate) {
    if (a.releaseDate === null || b.releaseDate === null) return a.releaseDate === null ? 1 : -1;
    return a.releaseDate < b.releaseDate ? -1 : 1;
  }
  const byName = a.name.localeCompare(b.name, 'en', { numeric: true });
  return byName === 0 ? a.id.localeCompare(b.id, 'en', { numeric: true }) : byName;
}

/** Whether a release can still take a fix. */
export function isComing({ released, archived }: OrderedRelease): boolean {
  return !released && !archived;
}

/** Releases to which defects of these fix versions can be deferred, the next one first. */
export function laterReleases(all: readonly OrderedRelease[], planned: readonly string[]): OrderedRelease[] {
  const present = all.filter((release) => planned.includes(release.id) && isComing(release));
  return all.filter((release) => isComing(release) && present.every((one) => byRelease(release, one) > 0)).sort(byRelease);
}
