import { z } from 'zod';
import { jiraIdSchema, projectRequestSchema } from './project';
import { severitySchema } from './screen';

/** Lists behind the points of a chart are cut here; what there is in all is said beside them. */
export const mostChartDefects = 500;

export const chartDefectsRequestSchema = projectRequestSchema.extend({ ids: z.array(jiraIdSchema).max(mostChartDefects) });

const chartDefectSchema = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  severity: severitySchema.nullable(),
  status: z.string(),
  open: z.boolean(),
  /** Days since it was created. */
  ageDays: z.number(),
});
export type ChartDefect = z.infer<typeof chartDefectSchema>;

/** The defects behind a point of a chart, as they are now. */
export const chartDefectsViewSchema = z.object({
  /** In the order asked for; without those that are gone or that Jira hides from the viewer. */
  rows: z.array(chartDefectSchema),
  /** How many of those asked for are not among the rows. */
  missing: z.number(),
});
export type ChartDefectsView = z.infer<typeof chartDefectsViewSchema>;

export const chartDefectsCalls = {
  chartDefects: { request: chartDefectsRequestSchema, view: chartDefectsViewSchema },
} as const;
