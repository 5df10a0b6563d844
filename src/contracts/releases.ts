import { z } from 'zod';
import { lookBackSchema } from './look-back';
import { projectSchema, stageSummarySchema, storeStateSchema, versionSchema } from './screen';

/** The screen *Releases*: every unreleased version of a project with its verdict per stage. */
export const releasesRequestSchema = z.object({ projectId: z.string().regex(/^\d{1,18}$/) });

export const releaseRowSchema = z.object({
  version: versionSchema,
  /** Gated stages in promotion order. */
  stages: z.array(stageSummarySchema),
  /** Defects with this fix version that the viewer may see, by Jira's status category. */
  defects: z.object({ toDo: z.number(), inProgress: z.number(), done: z.number() }),
  /** Calendar days to the release date; negative when it has passed; null without one. */
  daysLeft: z.number().nullable(),
});
export type ReleaseRow = z.infer<typeof releaseRowSchema>;

export const releasesViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  /** False where no release ticket is open: the verdicts are then not kept fresh every five minutes. */
  keptFresh: z.boolean(),
  releases: z.array(releaseRowSchema),
  /** What the gates would have said of the last releases; null until it has been worked out, or where none was ever released. */
  lookBack: lookBackSchema.nullable(),
  /** Changes whenever anything on this screen may have changed; screens poll it. */
  revision: z.string(),
});
export type ReleasesView = z.infer<typeof releasesViewSchema>;
