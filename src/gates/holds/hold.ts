import type { Instant } from '../../kernel/instant';

/** What brought a hold about: a person, or an S1 in a deployment that nobody meets yet. */
export const holdCauses = ['manual', 'stop-the-line'] as const;
export type HoldCause = (typeof holdCauses)[number];

/** `told` and `not-told`: what became of the message to the owners, where the app stopped the line. */
export const holdActs = ['placed', 'told', 'not-told', 'lift-begun', 'lifted'] as const;

export interface HoldEvent {
  readonly act: (typeof holdActs)[number];
  readonly at: Instant;
  /** Pseudonym; null for the app. */
  readonly who: string | null;
  /** Why it was placed, or may be lifted. */
  readonly because: string;
}

/** For what the app stopped the line, and where it was seen. */
export interface StoppedLine {
  /** `defect:<id>`, or `incident:<name>` of one that no defect stands for: it stops a release once. */
  readonly subject: string;
  readonly stage: { readonly key: string; readonly name: string };
  readonly environment: string;
  /** Names the dark deployment in its project. */
  readonly deployment: string;
  readonly deployedAt: Instant;
  readonly build: string | null;
  /** When it was seen, or reported, or raised. */
  readonly seenAt: Instant;
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
  /** Of a stopped line; null of a hold by hand. */
  readonly line: StoppedLine | null;
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
