import { shareOf } from '../../kernel/intervals';
import type { Estimate } from '../../kernel/intervals';
import type { EscapeRate } from './escape-rate';

/** What others reach, after Capers Jones (Applied Software Measurement, 2008): the mean of the United States, and the best. */
export const removalBenchmarks = { mean: 0.85, best: 0.95 } as const;

/**
 * Defect removal efficiency of a release, after N days: of all its defects that were found up to N days after it was released, the share
 * that was found before. Unit: a share from 0 to 1, with Wilson's 95 % interval. Source: Capers Jones, Applied Software Measurement
 * (2008), with his window of 90 days or one of 30. It and the escape rate add up to 1, less what was found after the release in a stage
 * that users do not meet.
 * @returns null where nothing was found
 */
export function removalEfficiency({ counts, found }: Pick<EscapeRate, 'counts' | 'found'>): Estimate | null {
  return shareOf(counts.before, found);
}
