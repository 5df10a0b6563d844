import { heldAt } from '../defects';
import { between, day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { toSeverity } from '../kernel/severity';
import type { LastRelease } from './evidence';
import { openThen, releasedAt } from './look-back';
import type { PastDefect, PastJudgement } from './look-back';

interface Placed {
  readonly id: string;
  /** Calendar day; null where there is none. */
  readonly releaseDate: string | null;
  readonly released: boolean;
}
/** A release that was made. */
export type Shipped<Version extends Placed> = Version & { readonly releaseDate: string };

/** Those that were made, in the order given. What Jira calls released on a day to come, or on none, is not known to be out. */
export function shippedOf<Version extends Placed>(versions: readonly Version[], now: Instant): Shipped<Version>[] {
  const today = now.slice(0, 10);
  return versions.flatMap((version) => {
    const { released, releaseDate } = version;
    return released && releaseDate !== null && releaseDate <= today ? [{ ...version, releaseDate }] : [];
  });
}

/**
 * The release that was shipped last before another one: of one that is still to come, the newest of all.
 * @param versions in the order in which they come
 */
export function releaseBefore<Version extends Placed>(
  versions: readonly Version[],
  versionId: string,
  now: Instant,
): Shipped<Version> | null {
  const shipped = shippedOf(versions, now);
  const own = shipped.findIndex(({ id }) => id === versionId);
  return (own < 0 ? shipped.at(-1) : shipped[own - 1]) ?? null;
}

/** A moment before the day of a release. */
interface SameDay extends Pick<LastRelease, 'daysBefore' | 'hasDay'> {
  readonly at: Instant;
}

/** The moment that is as far before the end of the last release's day as now is before the end of this one's; its end, where there is no more time. */
export function sameDayBefore(last: { readonly releaseDate: string }, releaseDate: string | null, now: Instant): SameDay {
  const made = releasedAt(last.releaseDate, now);
  const end = releaseDate === null ? now : plus(`${releaseDate}T00:00:00.000Z`, day - 1);
  const left = Math.max(0, between(now, end));
  return { at: plus(made, -left), daysBefore: Math.floor(left / day), hasDay: releaseDate !== null };
}

interface Then extends SameDay {
  readonly version: { readonly id: string; readonly name: string };
  /** Every defect that ever had the release as its fix version. */
  readonly defects: readonly PastDefect[];
  readonly categoryOf: PastJudgement['categoryOf'];
  /** Whether a defect was deferred at that moment. */
  readonly wasDeferred: (defectId: string) => boolean;
}

/** What a release looked like at a moment. */
export function lastReleaseAt({ version, defects, categoryOf, wasDeferred, at, daysBefore, hasDay }: Then): LastRelease {
  const open = { S1: 0, S2: 0, S3: 0, S4: 0 };
  for (const { id, history } of openThen(defects, version.id, at, categoryOf))
    if (!wasDeferred(id)) open[toSeverity(heldAt(history.severity, at)?.value) ?? 'S1'] += 1;
  return { versionName: version.name, daysBefore, hasDay, open };
}
