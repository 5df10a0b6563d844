import type { Instant } from '../../kernel/instant';

/** What became of a nomination. Only `granted` holds a gate by itself. */
export const nominationStates = ['asked', 'granted', 'refused'] as const;
export type NominationState = (typeof nominationStates)[number];

export interface NominationEvent {
  readonly act: NominationState;
  readonly at: Instant;
  /** Pseudonym. */
  readonly who: string;
  readonly because: string;
}

/** Somebody takes a defect for a blocker of a release, whatever its severity. It is what its events made of it. */
export interface Nomination {
  /** `<id of the version>-<id of the defect>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly defectId: string;
  readonly state: NominationState;
  /** Oldest first; never empty. */
  readonly events: readonly NominationEvent[];
}
