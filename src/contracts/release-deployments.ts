import { z } from 'zod';

/** Where a release has been deployed, as pipelines told: a section of the screen *Readiness*. */
export const deploymentRowSchema = z.object({
  id: z.string(),
  service: z.string(),
  environment: z.string(),
  /** Name of the stage that the environment is; null where it is none. */
  stage: z.string().nullable(),
  version: z.string().nullable(),
  build: z.string().nullable(),
  commit: z.string().nullable(),
  state: z.enum(['in-progress', 'successful', 'failed', 'cancelled']),
  /** When it took effect; until then, when it began. */
  at: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** `dark`: no user meets it yet; `untold`: exposure was never told of this service and environment. */
  exposure: z.union([z.number(), z.literal('dark'), z.literal('untold')]),
  /** It is what its service has there now. */
  live: z.boolean(),
  /** Set where it was taken back; `incident` is null where none was named or the viewer may not see it, its title where it was not told. */
  rolledBack: z
    .object({
      at: z.string(),
      to: z.string().nullable(),
      incident: z.object({ key: z.string(), title: z.string().nullable() }).nullable(),
    })
    .nullable(),
  /** Set where it puts something earlier back: what was there before, where it was told. */
  restores: z.object({ from: z.string().nullable() }).nullable(),
});
export type DeploymentRow = z.infer<typeof deploymentRowSchema>;

export const releaseDeploymentsViewSchema = z.object({
  now: z.string(),
  /** Whether any deployment of the project was told. */
  told: z.boolean(),
  /** Newest first, at most 200. */
  deployments: z.array(deploymentRowSchema),
  /** Older ones that are left out. */
  more: z.number(),
});
export type ReleaseDeploymentsView = z.infer<typeof releaseDeploymentsViewSchema>;
