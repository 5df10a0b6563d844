import type { Instant } from '../../kernel/instant';

/** What brought a hold about: a person, or an S1 in a deployment that nobody meets yet. */
export const holdCauses = ['manual', 'stop-the-line'] as const;
export type HoldCause = (typeof holdCauses)[number];

export const holdActs = ['placed', 'lift-begun', 'lifted'] as const;

export interface HoldEvent {
  readonly act: (typeof holdActs)[number];
  readonly at: Instant;
  /** Pseudonym; null for the app. */
  readonly who: string | null;
  /** Why it was placed, or may be lifted. */
  readonly because: string;
}

/** A named cause that keeps gates of a release held until people lift it. */
export interface Hold {
  /** `<id of the version>-<n>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  /** Keys of the stages that it holds; null for every one. */
  readonly stages: readonly string[] | null;
  readonly cause: HoldCause;
  readonly state: 'standing' | 'lifted';
  /** Pseudonym of who answers for it; null for the app's own. */
  readonly owner: string | null;
  /** How many different people have to lift it. */
  readonly lifters: 1 | 2;
  readonly events: readonly HoldEvent[];
}

const titles: Readonly<Record<HoldCause, string>> = { manual: 'Held by hand', 'stop-the-line': 'The line is stopped' };

/** What a hold is called on a screen. */
export function holdTitle({ cause }: Pick<Hold, 'cause'>): string {
  return titles[cause];
}

/** Those that keep a stage of a release held. */
export function standingIn(holds: readonly Hold[], stageKey: string): Hold[] {
  return holds.filter(({ state, stages }) => state === 'standing' && (stages === null || stages.includes(stageKey)));
}
