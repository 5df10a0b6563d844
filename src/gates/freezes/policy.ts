import type { Severity } from '../../kernel/severity';

/** What becomes of a defect that was put into a frozen release although it may not come in. */
export const freezeActions = ['record', 'flag', 'move', 'back'] as const;
export type FreezeAction = (typeof freezeActions)[number];

/** What a freeze means (contracts/freeze-settings.ts is its parser). */
export interface FreezePolicy {
  /** Severities that may still come in. A defect without one may not: leaving the field empty is no way around a freeze. */
  readonly admits: readonly Severity[];
  readonly action: FreezeAction;
  /** Name of the status in which a release ticket freezes its releases; empty for none. */
  readonly startStatus: string;
  /** For so many hours an exception holds at most, from its approval. */
  readonly mostHours: number;
  /** After so many hours a request that nobody decided lapses. */
  readonly decideWithinHours: number;
}

/** Nothing in Jira is touched until an admin chooses so. */
export const defaultFreezePolicy: FreezePolicy = {
  admits: ['S1', 'S2'],
  action: 'record',
  startStatus: '',
  mostHours: 48,
  decideWithinHours: 24,
};

/** `S1 and S2 may still come in` */
export function admitsWords(admits: readonly Severity[]): string {
  const listed = [...admits].sort();
  if (listed.length === 0) return 'nothing may come in without an exception';
  const words = listed.length === 1 ? listed.join('') : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1) ?? ''}`;
  return `only ${words} may still come in`;
}
