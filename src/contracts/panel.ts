import { z } from 'zod';
import { severitySchema, stageSummarySchema, storeStateSchema, versionSchema } from './screen';

/** The panel in an issue. */
export const panelRequestSchema = z.object({ issueId: z.string().regex(/^\d{1,18}$/) });

export const panelViewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('defect'),
    now: z.string(),
    store: storeStateSchema,
    severity: severitySchema.nullable(),
    tier: z.string().nullable(),
    open: z.boolean(),
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    /** Its fix versions that are not released, each with the stages; `because` is empty where this defect does not hold the stage. */
    releases: z.array(
      z.object({
        version: versionSchema,
        stages: z.array(stageSummarySchema.extend({ because: z.array(z.string()) })),
      }),
    ),
    revision: z.string(),
  }),
  z.object({
    kind: z.literal('release-ticket'),
    now: z.string(),
    store: storeStateSchema,
    releases: z.array(z.object({ version: versionSchema, stages: z.array(stageSummarySchema) })),
    revision: z.string(),
  }),
  /** An issue that Holdpoint does not track. */
  z.object({ kind: z.literal('other'), now: z.string(), workTypes: z.array(z.string()) }),
]);
export type PanelView = z.infer<typeof panelViewSchema>;
