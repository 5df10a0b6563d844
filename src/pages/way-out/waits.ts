import { lasting, leastClosed } from '../../analytics';
import type { Lasting } from '../../analytics';
import { checkKey } from '../../gates';
import type { Check, Hold } from '../../gates';
import type { AnalysisEvent } from '../../governance';
import { between } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

/** How long something waited to be done. Where it was not, because it waits still or came to another end, it waited at least that long. */
export interface Wait {
  readonly ms: number;
  readonly done: boolean;
}

/** How long things of a kind waited, and how many of them were done and were not. */
export interface Waits {
  /** Null where too few were done to say. */
  readonly curve: Lasting | null;
  readonly done: number;
  readonly waiting: number;
}

export function waitsOf(waits: readonly Wait[]): Waits {
  const done = waits.filter((wait) => wait.done).length;
  const times = Float64Array.from(waits, ({ ms }) => Math.max(0, ms));
  const ended = Uint8Array.from(waits, (wait) => Number(wait.done));
  return { curve: done < leastClosed ? null : lasting(times, ended), done, waiting: waits.length - done };
}

/** From placing to lifting. @param until up to when one that still stands has waited: until its release went out, or until now */
export function holdWaits(
  holds: readonly Pick<Hold, 'cause' | 'events' | 'version'>[],
  cause: Hold['cause'],
  until: (versionId: string) => Instant,
): Wait[] {
  return holds.flatMap((hold): Wait[] => {
    const placed = hold.events[0];
    if (hold.cause !== cause || placed === undefined) return [];
    const lifted = hold.events.find(({ act }) => act === 'lifted');
    return [{ ms: between(placed.at, lifted?.at ?? until(hold.version.id)), done: lifted !== undefined }];
  });
}

type Step = Pick<AnalysisEvent, 'act' | 'at'>;

/** From when an analysis was first submitted to its approval, those that were returned in between among them. */
export function analysisWaits(analyses: readonly (readonly Step[])[], now: Instant): Wait[] {
  return analyses.flatMap((steps): Wait[] => {
    const submitted = submittedAt(steps);
    const approved = steps.find(({ act }) => act === 'approved');
    return submitted === null ? [] : [{ ms: between(submitted, approved?.at ?? now), done: approved !== undefined }];
  });
}

/** Null where it was not submitted yet. */
export function submittedAt(steps: readonly Step[]): Instant | null {
  return steps.find(({ act }) => act === 'submitted')?.at ?? null;
}

/** When a build of a release was told, by the release's id and the build's name; null where that is not known. */
export type ToldAt = (versionId: string, build: string) => Instant | null;

/**
 * From when the newest of the builds was told that a confirmation is for, or the one before was taken back, to the confirmation. One that
 * only renews another for the same builds says nothing, because nobody knows since when it was asked.
 */
export function checkWaits(checks: readonly Pick<Check, 'version' | 'events'>[], toldAt: ToldAt): Wait[] {
  return checks.flatMap(({ version, events }) =>
    events.flatMap((event, n): Wait[] => {
      if (event.act !== 'confirmed') return [];
      const before = events[n - 1];
      const renews = before?.act === 'confirmed' && event.builds.every((build) => before.builds.includes(build));
      const asked = renews ? null : askedAt({ versionId: version.id, builds: event.builds, before: before ?? null }, toldAt);
      return asked === null ? [] : [{ ms: between(asked, event.at), done: true }];
    }),
  );
}

interface Asked {
  readonly versionId: string;
  /** Those that are judged. */
  readonly builds: readonly string[];
  /** What was said to the check last before. */
  readonly before: Check['events'][number] | null;
}

/** Since when a check is asked; null where neither a build nor a withdrawal tells. */
export function askedAt({ versionId, builds, before }: Asked, toldAt: ToldAt): Instant | null {
  const told = builds.map((build) => toldAt(versionId, build));
  const withdrawn = before?.act === 'withdrawn' ? [before.at] : [];
  if (told.includes(null)) return null;
  return [...told.flatMap((at) => at ?? []), ...withdrawn].sort().at(-1) ?? null;
}

/** The check that a condition is about. */
export function checkOfCondition<One extends Pick<Check, 'version' | 'stage' | 'name'>>(
  checks: readonly One[],
  { versionId, stage, conditionId }: { readonly versionId: string; readonly stage: string; readonly conditionId: string },
): One | null {
  const asked = (check: One) => check.version.id === versionId && check.stage.key === stage;
  return checks.find((check) => asked(check) && `manual-check:${checkKey(check.name)}` === conditionId) ?? null;
}
