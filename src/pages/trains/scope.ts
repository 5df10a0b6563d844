import type { TrainScopeRow, TrainScopeView } from '../../contracts/train-outlook';
import { counted, sized } from '../scope/words';

/** The scope of one release of a train. */
export interface ScopedMember extends TrainScopeRow {
  readonly projectId: string;
  /** Calendar day; null where it has none. */
  readonly releaseDate: string | null;
}

/**
 * What the releases of a train hold together. All that a project finishes counts for each of its releases, less what is planned of those due
 * before; so of several releases of one project the last one's capacity counts, and what the earlier ones plan comes on top.
 */
export function trainScope(members: readonly ScopedMember[], untold: number): TrainScopeView {
  const units = [...new Set(members.map(({ unit }) => unit))];
  const sums = units.map((unit) => sumOf(members.filter((member) => member.unit === unit)));
  const tooMuch = members.filter(({ excess }) => excess > 0);
  return {
    sentence: sentenceOf(members, tooMuch, untold),
    rows: [...members]
      .sort((a, b) => b.excess - a.excess || (a.name < b.name ? -1 : 1))
      .map(({ name, versionId, projectKey, unit, sentence, planned, capacity, excess, budget }) => ({
        ...{ name, versionId, projectKey, unit, sentence, planned, capacity, excess, budget },
      })),
    ...{ sums, untold },
  };
}

function sumOf(members: readonly ScopedMember[]): TrainScopeView['sums'][number] {
  const add = (of: (member: ScopedMember) => number): number => members.reduce((sum, member) => sum + of(member), 0);
  const isKnown = members.every(({ capacity, budget }) => capacity !== null && budget !== null);
  return {
    ...{ unit: members[0]?.unit ?? 'issues', releases: members.length, planned: add(({ planned }) => planned) },
    capacity: isKnown ? capacityOf(members) : null,
    excess: add(({ excess }) => excess),
    budget: isKnown ? add(({ budget }) => budget?.size ?? 0) : null,
    left: isKnown ? add(({ budget }) => budget?.left ?? 0) : null,
    over: add(({ budget }) => budget?.over ?? 0),
  };
}

function capacityOf(members: readonly ScopedMember[]): number {
  const projects = [...new Set(members.map(({ projectId }) => projectId))];
  return projects.reduce((sum, projectId) => {
    const own = members.filter((member) => member.projectId === projectId);
    const dates = own.map(({ releaseDate }) => releaseDate ?? '').sort();
    const latest = dates.at(-1) ?? '';
    const last = own.find(({ releaseDate }) => (releaseDate ?? '') === latest);
    const before = own.filter(({ releaseDate }) => (releaseDate ?? '') < latest);
    return sum + (last?.capacity ?? 0) + before.reduce((all, { planned }) => all + planned, 0);
  }, 0);
}

function sentenceOf(members: readonly ScopedMember[], tooMuch: readonly ScopedMember[], untold: number): string {
  if (members.length === 0) return 'No release of it that you may see is still to come.';
  const unknown = members.filter(({ capacity, planned }) => capacity === null && planned > 0).length;
  const [most] = [...tooMuch].sort((a, b) => b.excess - a.excess);
  const rest = [
    ...(unknown === 0 ? [] : [`of ${unknown} nobody can say`]),
    ...(untold === 0 ? [] : [`${untold} ${untold === 1 ? 'is' : 'are'} not in it`]),
  ];
  const also = rest.length === 0 ? '' : `; ${rest.join(', ')}`;
  if (most !== undefined)
    return `${tooMuch.length} of ${counted(members.length, 'release')} ${tooMuch.length === 1 ? 'holds' : 'hold'} more than can be finished, ${most.name} the most: ${sized(most.excess, most.unit)} too much${also}.`;
  if (unknown === members.length) return `Whether it fits cannot be said of any of its ${counted(members.length, 'release')}.`;
  return `${unknown === 0 ? 'What is planned fits' : 'Where it can be said, what is planned fits'} in ${counted(members.length - unknown, 'release')}${also}.`;
}
