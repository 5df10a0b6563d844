import {
  defectsOfReleases,
  escapeRate,
  passed,
  releaseWindow,
  stageEscapes,
  stagePlace,
  untoldStage,
  whenFound,
} from '../../analytics';
import type { EscapeRate, FoundDefects, FoundWhen, PassedStage, ReleaseWindow, StageEscapes } from '../../analytics';
import type { NamedVersions } from '../../defects';
import type { StoredVersion } from '../../defects/shell';
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

/** The stage in which each defect was found, in the order of the history. */
export function stagesFound({ history, stages }: EscapeFacts): Int16Array {
  const known = new Map<string | null, number>();
  return Int16Array.from(history.rows, ({ detectedIn }) => {
    const place = known.get(detectedIn) ?? stagePlace(detectedIn, stages);
    known.set(detectedIn, place);
    return place;
  });
}

/** Released versions, newest first, with their defects. */
export function escapedReleases(facts: EscapeFacts, windowDays: number): EscapedRelease[] {
  const { history, named, origins, versions, stages, now } = facts;
  const found = stagesFound(facts);
  const today = now.slice(0, 10);
  const released = versions.flatMap((version) => {
    const { releaseDate } = version;
    if (!version.released || releaseDate === null || releaseDate > today) return [];
    const window = releaseWindow(releaseDate, Date.parse(releasedAt(releaseDate, now)), windowDays, stages.length - 1);
    return [{ version: { ...version, releaseDate }, window }];
  });
  const places = defectsOfReleases(
    { ids: history.rows.map(({ id }) => id), created: history.created, stage: found, named, origins },
    new Map(released.map(({ version, window }) => [version.id, window])),
  );
  return released
    .map(({ version, window }) => {
      const own = places.get(version.id) ?? [];
      return {
        ...{ version, window, ends: window.releasedAt + windowDays * day, places: own },
        created: Float64Array.from(own, (n) => history.created[n] ?? NaN),
        stage: Int16Array.from(own, (n) => found[n] ?? untoldStage),
      };
    })
    .reverse();
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
    const [at, found] = [created[n] ?? NaN, stage[n] ?? untoldStage];
    if (boundary !== null) return passed(at, found, boundary, window) === (which === 'escaped' ? 'past' : which);
    const when = whenFound(at, found, window);
    return which === 'escaped' ? when === 'users' || when === 'untold' : when === which;
  });
}

/** Days from the release to each of its escapes. */
export function delaysOf({ created, stage, window }: EscapedRelease): Float64Array {
  const escapes = created.filter((at, n) => {
    const when = whenFound(at, stage[n] ?? untoldStage, window);
    return when === 'users' || when === 'untold';
  });
  return escapes.map((at) => (at - window.releasedAt) / day);
}
