import type { Severity } from '../../kernel/severity';

/** When the app stops the line by itself. */
export interface StopLinePolicy {
  readonly on: boolean;
  /** A missing severity counts as S1. */
  readonly severities: readonly Severity[];
  /** Keys of the stages whose dark deployments are watched; null for every one. */
  readonly stages: readonly string[] | null;
}

/** On from the start: it needs pipelines that tell what is dark, and a gate that only observes is held without blocking anything. */
export const defaultStopLinePolicy: StopLinePolicy = { on: true, severities: ['S1'], stages: null };
