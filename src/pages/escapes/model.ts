import { escapeRate, passed, stageEscapes, whenFound } from '../../analytics';
import type { EscapeRate, FoundDefects, FoundWhen, PassedStage, ReleaseWindow, StageEscapes } from '../../analytics';
import type { NamedVersions, StoredVersion } from '../../defects/shell';
import { stageOf } from '../../environments';
import { releasedAt } from '../../gates';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import type { ProjectHistory } from '../charts/visible-history';

export interface EscapeFacts {
  readonly history: ProjectHistory;
  /** By id of the defect; those that name none are missing. */
  readonly named: ReadonlyMap<string, NamedVersions>;
  /** The release that brought a defect in, where somebody said so; by id of the defect. */
  readonly origins: ReadonlyMap<string, string>;
  /** In the order in which they come. */
  readonly versions: readonly StoredVersion[];
  readonly stages: Settings['stages'];
  readonly now: Instant;
}

/** A release with the defects that it had, as far as anybody found them. */
export interface EscapedRelease extends FoundDefects {
  readonly version: StoredVersion & { readonly releaseDate: string };
  readonly window: ReleaseWindow;
  /** Milliseconds since 1970 at which the window ends. */
  readonly ends: number;
  /** Places of its defects in the history. */
  readonly places: readonly number[];
}

export const untold = -1;
export const elsewhere = -2;

/** The place of the stage that a text names, as the score reads it too: by key, by what pipelines call it, or by its name. */
export function stagePlace(text: string | null, stages: Settings['stages']): number {
  if (text === null || text.trim() === '') return untold;
  const plain = text.trim().toLowerCase();
  const stage = stageOf(text, stages) ?? stages.find(({ name }) => name.toLowerCase() === plain);
  return stage === undefined ? elsewhere : stages.indexOf(stage);
}

/** The stage in which each defect was found, in the order of the history. */
export function stagesFound({ history, stages }: EscapeFacts): Int16Array {
  const known = new Map<string | null, number>();
  return Int16Array.from(history.rows, ({ detectedIn }) => {
    const place = known.get(detectedIn) ?? stagePlace(detectedIn, stages);
    known.set(detectedIn, place);
    return place;
  });
}

/**
 * Released versions, newest first, with their defects. A defect was in the releases that it names as affected, and in the one that brought
 * it in. Teams often name none for what they find themselves: then the first fix version that was not released yet when the defect was
 * reported stands in, unless users found it.
 */
export function escapedReleases(facts: EscapeFacts, windowDays: number): EscapedRelease[] {
  const { history, versions, stages, now } = facts;
  const found = stagesFound(facts);
  const lastStage = stages.length - 1;
  const today = now.slice(0, 10);
  const released = versions.flatMap((version) =>
    version.released && version.releaseDate !== null && version.releaseDate <= today
      ? [{ ...version, releaseDate: version.releaseDate }]
      : [],
  );
  const windows = new Map(released.map(({ id, releaseDate }) => [id, windowOf(releaseDate, windowDays, lastStage, now)]));
  const places = new Map<string, number[]>(released.map(({ id }) => [id, []]));
  history.rows.forEach(({ id }, n) => {
    const names = facts.named.get(id);
    const origin = facts.origins.get(id);
    const told = new Set([...(names?.affects ?? []), ...(origin === undefined ? [] : [origin])]);
    for (const version of told) places.get(version)?.push(n);
    if (told.size > 0 || found[n] === lastStage) return;
    const standIn = firstNotOut(names?.fix ?? [], windows, history.created[n] ?? Infinity);
    if (standIn !== null) places.get(standIn)?.push(n);
  });
  return released
    .map((version) => {
      const window = windows.get(version.id) ?? windowOf(version.releaseDate, windowDays, lastStage, now);
      const own = places.get(version.id) ?? [];
      return {
        ...{ version, window, ends: window.releasedAt + windowDays * day, places: own },
        created: Float64Array.from(own, (n) => history.created[n] ?? NaN),
        stage: Int16Array.from(own, (n) => found[n] ?? untold),
      };
    })
    .reverse();
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

function windowOf(releaseDate: string, windowDays: number, lastStage: number, now: Instant): ReleaseWindow {
  return {
    ...{ dayStart: Date.parse(`${releaseDate}T00:00:00.000Z`), releasedAt: Date.parse(releasedAt(releaseDate, now)) },
    ...{ windowDays, lastStage },
  };
}

/** How a release did: past the release, and past a stage where one is chosen. */
export interface ReleaseFigures {
  readonly rate: EscapeRate;
  readonly past: StageEscapes | null;
}

/** @param boundary the place of a stage; null past the release */
export function figuresOf(release: EscapedRelease, boundary: number | null): ReleaseFigures {
  return {
    rate: escapeRate(release, release.window),
    past: boundary === null ? null : stageEscapes(release, boundary, release.window),
  };
}

/** The place of a chosen stage; null where it is unknown by now, or is the last one, past which nothing can be found. */
export function boundaryOf(key: string | null, stages: Settings['stages']): number | null {
  const place = stages.findIndex((stage) => stage.key === key);
  return place < 0 || place === stages.length - 1 ? null : place;
}

/** Places in the history of a release's defects that one of its counts counts. */
export function placesBehind(
  release: EscapedRelease,
  which: FoundWhen | PassedStage | 'escaped',
  boundary: number | null,
): number[] {
  const { created, stage, window, places } = release;
  return places.filter((_, n) => {
    const [at, found] = [created[n] ?? NaN, stage[n] ?? untold];
    if (boundary !== null) return passed(at, found, boundary, window) === (which === 'escaped' ? 'past' : which);
    const when = whenFound(at, found, window);
    return which === 'escaped' ? when === 'users' || when === 'untold' : when === which;
  });
}

/** Days from the release to each of its escapes. */
export function delaysOf({ created, stage, window }: EscapedRelease): Float64Array {
  const escapes = created.filter((at, n) => {
    const when = whenFound(at, stage[n] ?? untold, window);
    return when === 'users' || when === 'untold';
  });
  return escapes.map((at) => (at - window.releasedAt) / day);
}
