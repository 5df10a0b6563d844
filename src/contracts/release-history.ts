import { z } from 'zod';
import { decisionSchema } from './decisions';
import { jiraIdSchema } from './project';

const place = { projectId: jiraIdSchema, versionId: jiraIdSchema };

/** What a service has in a stage now. */
const liveSchema = z.object({
  service: z.string(),
  version: z.string().nullable(),
  build: z.string().nullable(),
  at: z.string(),
  /** Whether it is of this release. */
  isRelease: z.boolean(),
});

const deployedSchema = z.object({
  id: z.string(),
  service: z.string(),
  environment: z.string(),
  /** Name of the stage that the environment is; null where it is none. */
  stage: z.string().nullable(),
  build: z.string().nullable(),
  state: z.enum(['in-progress', 'successful', 'failed', 'cancelled']),
  at: z.string(),
});
export type Deployed = z.infer<typeof deployedSchema>;

export const releaseHistoryCalls = {
  /** All stages in promotion order, and what stands in them, as pipelines told. */
  releaseTrack: {
    request: z.object(place),
    view: z.object({
      now: z.string(),
      stages: z.array(z.object({ key: z.string(), name: z.string(), gated: z.boolean(), live: z.array(liveSchema) })),
      /** Key of the last stage in which the release stands; null where it stands in none. */
      standsIn: z.string().nullable(),
      /** Whether any deployment of the project was told. */
      told: z.boolean(),
    }),
  },
  /** What happened to a release: what the ledger has of it, and where it was deployed. Newest first. */
  releaseTimeline: {
    request: z.object({ ...place, before: z.number().int().min(1).nullable().default(null) }),
    view: z.object({
      now: z.string(),
      decisions: z.array(decisionSchema),
      /** `before` of the next page; null at the end. */
      next: z.number().nullable(),
      /** Deployments of the release, at most 200; with the first page alone. */
      deployments: z.array(deployedSchema),
    }),
  },
} as const;
