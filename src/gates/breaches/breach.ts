import type { Instant } from '../../kernel/instant';
import type { GateMode } from '../../kernel/verdict';

export const breachActs = [
  'released',
  'taking-back',
  'taken-back',
  'not-taken-back',
  'told',
  'not-told',
  'acknowledged',
] as const;
export type BreachAct = (typeof breachActs)[number];

export interface BreachEvent {
  readonly act: BreachAct;
  readonly at: Instant;
  /** Pseudonym; null for the app, and for a release: Jira's event does not say whose it was. */
  readonly who: string | null;
  readonly because: string;
}

/** A release that was released in Jira although its last gate did not let it. */
export interface Breach {
  /** `<id of the version>-<place in the ledger of what was said of the version before>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly stage: { readonly key: string; readonly name: string };
  /** What its gate said at that moment, and what it did. */
  readonly verdict: { readonly state: 'held' | 'unknown'; readonly sentence: string; readonly mode: GateMode };
  readonly state: 'standing' | 'acknowledged';
  readonly events: readonly BreachEvent[];
}
