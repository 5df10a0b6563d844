import { z } from 'zod';
import { mostChartDefects } from './chart-defects';
import { readinessRequestSchema } from './readiness';

/** The defects of a release that were open at the end of a day (UTC), or now where it is today. */
export const trendDefectsRequestSchema = readinessRequestSchema.extend({ day: z.iso.date() });

/** Oldest first. */
export const trendDefectsViewSchema = z.object({
  ids: z.array(z.string()).max(mostChartDefects),
  total: z.number(),
  /** Finds the same in Jira; null for a past day, of whose end Jira's search knows nothing. */
  jql: z.string().nullable(),
});
export type TrendDefectsView = z.infer<typeof trendDefectsViewSchema>;

export const trendDefectsCalls = {
  trendDefects: { request: trendDefectsRequestSchema, view: trendDefectsViewSchema },
} as const;
