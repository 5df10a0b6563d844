import { day } from '../../kernel/instant';
import type { ForecastFacts } from './forecast';
import { lasting } from './lasting';
import type { Lasting } from './lasting';

/** Closed and open defects reported in this many days before say how long it takes. */
export const resolutionDays = 180;
/** New ones of this many days before say how many come. */
export const arrivalDays = 90;
/** With fewer days of its own, a release is taken to get blockers as the project's releases together do. */
export const leastOwnDays = 14;
/** With fewer closed ones, a severity is taken together with the others. */
export const leastClosed = 20;

/**
 * The times in which defects were blockers of a release, in any order: defect `defects[n]` from `from[n]` until `to[n]` (Infinity while it
 * lasts), in milliseconds since 1970.
 */
export interface BlockerStays {
  readonly defects: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** When work on the release began. */
  readonly start: number;
}

/** What is known of a project's defects; columns by defect. */
export interface BlockerHistory {
  /** Milliseconds since 1970. */
  readonly created: Float64Array;
  /** Milliseconds since 1970; NaN while open. */
  readonly ended: Float64Array;
  /** The place of its severity, 0 up to, not including, `kinds`; a missing severity is a kind of its own. */
  readonly kind: Uint16Array;
  readonly kinds: number;
  /** Kinds that are taken together where one of them has too few closed ones. */
  readonly alike: readonly number[];
  readonly releases: readonly BlockerStays[];
}

/** Which defects are open at the moment; those of a history, or others. */
export type OpenOnes = Pick<ForecastFacts, 'kinds' | 'ages'>;

/**
 * What a forecast for a release rests on at a moment, of what was known then.
 * @param release its place in the history
 * @param curves those of the moment, for who asks for several releases: they are the same for each
 */
export function forecastFacts(
  history: BlockerHistory,
  release: number,
  at: number,
  open?: OpenOnes,
  curves: readonly Lasting[] = curvesAt(history, at),
): ForecastFacts {
  return {
    ...{ at, curves, arrivals: arrivalsAt(history, release, at) },
    ...(open ?? openAt(history, blockersAt(history, release, at), at)),
  };
}

/**
 * How long defects of each severity take, of those reported in the half year before: the closed ones with their times, the open ones with
 * their ages. Only reported ones of that time are taken, quick and slow ones alike: of the older ones the slow would be left over. A kind of
 * which fewer than 20 are closed is taken together with those that are alike; where those are fewer too, all are.
 */
export function curvesAt({ created, ended, kind, kinds, alike }: BlockerHistory, at: number): Lasting[] {
  const groups = Array.from({ length: kinds }, (): { readonly times: number[]; readonly over: number[] } => ({
    times: [],
    over: [],
  }));
  for (let n = 0; n < created.length; n += 1) {
    const born = created[n] ?? NaN;
    if (!(born <= at && born > at - resolutionDays * day)) continue;
    const end = ended[n] ?? NaN;
    const group = groups[kind[n] ?? 0];
    group?.times.push(Math.max(0, (end <= at ? end : at) - born));
    group?.over.push(end <= at ? 1 : 0);
  }
  const pool = groups.filter((_, place) => alike.includes(place));
  const known = new Map<typeof groups, Lasting>();
  return groups.map((group, place) => {
    const fitting = alike.includes(place) ? [[group], pool] : [[group]];
    const chosen = fitting.find((of) => closedIn(of) >= leastClosed) ?? groups;
    const curve = known.get(chosen) ?? curveOf(chosen);
    known.set(chosen, curve);
    return curve;
  });
}

interface Durations {
  readonly times: readonly number[];
  /** 1 where it ended after its time, 0 where it had lasted so long. */
  readonly over: readonly number[];
}

function closedIn(groups: readonly Durations[]): number {
  return groups.reduce((closed, { over }) => over.reduce((sum, one) => sum + one, closed), 0);
}

function curveOf(groups: readonly Durations[]): Lasting {
  const times = Float64Array.from(groups.flatMap((group) => group.times));
  return lasting(times, Uint8Array.from(groups.flatMap(({ over }) => over)));
}

/** Places of the defects that blocked a release at a moment, each once. */
export function blockersAt({ created, ended, releases }: BlockerHistory, release: number, at: number): number[] {
  const stays = releases[release];
  if (stays === undefined) return [];
  const found = new Set<number>();
  for (let n = 0; n < stays.defects.length; n += 1) {
    const defect = stays.defects[n] ?? 0;
    const isThere = (stays.from[n] ?? NaN) <= at && (stays.to[n] ?? NaN) > at;
    if (isThere && (created[defect] ?? NaN) <= at && !((ended[defect] ?? NaN) <= at)) found.add(defect);
  }
  return [...found].sort((a, b) => a - b);
}

/** Places of the defects that came to block a release after one moment and up to another, each once, with the moment. */
export function cameBetween({ releases }: BlockerHistory, release: number, after: number, until: number): Map<number, number> {
  const stays = releases[release];
  const first = new Map<number, number>();
  stays?.defects.forEach((defect, n) => first.set(defect, Math.min(first.get(defect) ?? Infinity, stays.from[n] ?? Infinity)));
  return new Map([...first].filter(([, from]) => from > after && from <= until));
}

function openAt({ created, kind }: BlockerHistory, defects: readonly number[], at: number): OpenOnes {
  return {
    kinds: Uint16Array.from(defects, (defect) => kind[defect] ?? 0),
    ages: Float64Array.from(defects, (defect) => Math.max(0, at - (created[defect] ?? at))),
  };
}

/** What came to block the release on each whole day before the moment. */
function arrivalsAt(history: BlockerHistory, release: number, at: number): ForecastFacts['arrivals'] {
  const today = Math.floor(at / day);
  const start = Math.ceil((history.releases[release]?.start ?? at) / day);
  const own = today - start >= leastOwnDays;
  const firstDay = Math.max(today - arrivalDays, own ? start : -Infinity);
  const places = own ? [release] : history.releases.map((_, place) => place);
  const days: number[][] = Array.from({ length: today - firstDay }, () => []);
  const seen = new Set<number>();
  for (const place of places) {
    for (const [defect, from] of cameBetween(history, place, firstDay * day - 1, today * day - 1)) {
      if (seen.has(defect)) continue;
      seen.add(defect);
      days[Math.floor(from / day) - firstDay]?.push(history.kind[defect] ?? 0);
    }
  }
  const offsets = new Uint32Array(days.length + 1);
  days.forEach((came, n) => (offsets[n + 1] = (offsets[n] ?? 0) + came.length));
  return { offsets, kinds: Uint16Array.from(days.flat()) };
}
