import type { StoredVersion } from '../defects/shell';
import { day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';

export function versionView({ id, name, startDate, releaseDate, released }: StoredVersion) {
  return { id, name, startDate, releaseDate, released };
}

/** Calendar days (UTC) to the release date; negative when it has passed, null without one. */
export function daysLeft(version: Pick<StoredVersion, 'releaseDate'>, now: Instant): number | null {
  if (version.releaseDate === null) return null;
  const from = Date.parse(now.slice(0, 10));
  const to = Date.parse(version.releaseDate);
  return Number.isNaN(to) ? null : Math.round((to - from) / day);
}

/** Defects by Jira's status category. */
export interface Progress {
  readonly toDo: number;
  readonly inProgress: number;
  readonly done: number;
}

/** A category that is none of Jira's three counts as to do. */
export function progress(counts: readonly { category: string; count: number }[]): Progress {
  const of = (category: string) => counts.reduce((sum, one) => sum + (one.category === category ? one.count : 0), 0);
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  const [inProgress, done] = [of('indeterminate'), of('done')];
  return { toDo: all - inProgress - done, inProgress, done };
}
