import { stageOf } from '../../environments';
import type { FoundDefects, ReleaseWindow } from './escape-rate';

interface Stage {
  readonly key: string;
  readonly name: string;
  readonly environments: readonly string[];
}

/** In place of the place of a stage: nobody said where, or somewhere that is none of the stages. */
export const untoldStage = -1;
export const otherStage = -2;

/** The place of the stage that a text names, as the score reads it too: by key, by what pipelines call it, or by its name. */
export function stagePlace(text: string | null, stages: readonly Stage[]): number {
  if (text === null || text.trim() === '') return untoldStage;
  const plain = text.trim().toLowerCase();
  const stage = stageOf(text, stages) ?? stages.find(({ name }) => name.toLowerCase() === plain);
  return stage === undefined ? otherStage : stages.indexOf(stage);
}

/** The window in which what is found of a release counts. @param releasedAt milliseconds since 1970 at which it counts as made */
export function releaseWindow(releaseDate: string, releasedAt: number, windowDays: number, lastStage: number): ReleaseWindow {
  return { dayStart: Date.parse(`${releaseDate}T00:00:00.000Z`), releasedAt, windowDays, lastStage };
}

export interface NamedBy {
  readonly affects: readonly string[];
  readonly fix: readonly string[];
}

export interface ReportedDefects extends FoundDefects {
  readonly ids: readonly string[];
  /** The versions that a defect names, by its id; those that name none are missing. */
  readonly named: ReadonlyMap<string, NamedBy>;
  /** The release that brought a defect in, where somebody said so; by id of the defect. */
  readonly origins: ReadonlyMap<string, string>;
}

/**
 * Which defects releases had. A defect was in the releases that it names as affected, and in the one that brought it in. Teams often name
 * none for what they find themselves: then the first fix version that was not released yet when the defect was reported stands in, unless
 * users found it.
 * @param windows of all releases that were made, by their ids
 * @returns places of their defects, by id of the release
 */
export function defectsOfReleases(
  { ids, created, stage, named, origins }: ReportedDefects,
  windows: ReadonlyMap<string, ReleaseWindow>,
): Map<string, number[]> {
  const places = new Map<string, number[]>([...windows.keys()].map((id) => [id, []]));
  const lastStage = windows.values().next().value?.lastStage;
  ids.forEach((id, n) => {
    const names = named.get(id);
    const origin = origins.get(id);
    const told = new Set([...(names?.affects ?? []), ...(origin === undefined ? [] : [origin])]);
    for (const version of told) places.get(version)?.push(n);
    if (told.size > 0 || stage[n] === lastStage) return;
    const standIn = firstNotOut(names?.fix ?? [], windows, created[n] ?? Infinity);
    if (standIn !== null) places.get(standIn)?.push(n);
  });
  return places;
}

/** The first of these releases that was not out at a moment; null where all were, or are still to come. */
function firstNotOut(ids: readonly string[], windows: ReadonlyMap<string, ReleaseWindow>, created: number): string | null {
  let first: { readonly id: string; readonly at: number } | null = null;
  for (const id of ids) {
    const at = windows.get(id)?.releasedAt;
    if (at !== undefined && at >= created && (first === null || at < first.at)) first = { id, at };
  }
  return first?.id ?? null;
}
