import type { Instant } from '../../kernel/instant';

/** What began a freeze: its day, the release ticket's status, or a person. */
export const freezeCauses = ['day', 'ticket', 'hand'] as const;
export type FreezeCause = (typeof freezeCauses)[number];
/** How one came about: "frozen by its day". */
export const freezeCauseWords: Readonly<Record<FreezeCause, string>> = {
  day: 'by its day',
  ticket: 'by its release ticket',
  hand: 'by hand',
};

/** `released`: by the release itself; `resumed`: the release was taken back. */
export const freezeActs = ['began', 'ended', 'released', 'resumed'] as const;
export type FreezeAct = (typeof freezeActs)[number];

export interface FreezeEvent {
  readonly act: FreezeAct;
  readonly at: Instant;
  /** Pseudonym; null for the app. */
  readonly who: string | null;
  readonly because: string;
}

/** A time in which only some defects may come into a release. It is what its events made of it. */
export interface Freeze {
  /** `<id of the version>-<n>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly state: 'standing' | 'ended';
  readonly cause: FreezeCause;
  /** What began it, so that the same does not begin it twice: the day, or `<id of the ticket>:<moment>`; empty for a person. */
  readonly mark: string;
  /** What was given the release as its fix version from this moment on came in after the freeze. */
  readonly since: Instant;
  /** What came in from this moment on is acted on. Later than `since` where the freeze was entered for a time that was over. */
  readonly actsFrom: Instant;
  /** Oldest first; never empty. */
  readonly events: readonly FreezeEvent[];
}

/** Whether it ended because the release went out: what came in after it is still what came in after it. */
export function endedByRelease({ events }: Pick<Freeze, 'events'>): boolean {
  return events.at(-1)?.act === 'released';
}

export interface Frozen {
  readonly since: Instant;
  /** Whether what comes in now is caught; false after the release. */
  readonly standing: boolean;
}

/**
 * Since when a release counts as frozen. Its day counts from its first moment on, whether or not anybody has noticed yet.
 * @param day calendar day of the settings; null where none is set
 * @param freezes of this release
 * @returns null where it is not
 */
export function frozenAt(day: string | null, freezes: readonly Freeze[], now: Instant): Frozen | null {
  const standing = freezes.find(({ state }) => state === 'standing');
  if (standing !== undefined) return { since: standing.since, standing: true };
  const last = freezes.at(-1);
  if (last !== undefined && endedByRelease(last)) return { since: last.since, standing: false };
  if (day === null || startOf(day) > now || freezes.some((freeze) => freeze.cause === 'day' && freeze.mark === day)) return null;
  return { since: startOf(day), standing: true };
}

/** The first moment of a calendar day, in UTC. */
export function startOf(day: string): Instant {
  return `${day}T00:00:00.000Z`;
}
