import type { Freeze } from './freeze';

/** What is told of the freezes that stand to who asks Jira alone (contracts/published-freezes.ts is its parser). */
export interface ToldFreezes {
  readonly schema: 1;
  readonly releases: readonly {
    readonly version: { readonly id: string; readonly name: string };
    readonly since: string;
    readonly keptOut: readonly string[];
  }[];
  readonly isWhole: boolean;
}

/** So that the whole stays well below the 32,768 characters of a property, however long names and ids are. */
const mostReleases = 30;
const mostDefects = 1200;

/** @param keptOut ids of the defects of a release that may not be there */
export function toldFreezes(standing: readonly Freeze[], keptOut: (versionId: string) => readonly string[]): ToldFreezes {
  let room = mostDefects;
  let isWhole = standing.length <= mostReleases;
  const ordered = [...standing].sort((a, b) => Number(a.version.id) - Number(b.version.id));
  const releases = ordered.slice(0, mostReleases).map(({ version: { id, name }, since }) => {
    const all = [...keptOut(id)].sort((a, b) => Number(a) - Number(b));
    const told = all.slice(0, room);
    room -= told.length;
    isWhole &&= told.length === all.length;
    return { version: { id, name }, since, keptOut: told };
  });
  return { schema: 1, releases, isWhole };
}
