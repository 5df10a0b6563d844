import { z } from 'zod';
import { readinessRequestSchema } from './readiness';
import { projectRequestSchema } from './project';
import { projectSchema, stageSummarySchema, stateSchema, versionSchema } from './screen';

/** Trains: releases of several projects that go out together. */
const stageSchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  /** The worst of the members. */
  state: stateSchema,
  sentence: z.string(),
});

const glanceSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** How many releases ride in it, those too that the viewer may not see. */
  members: z.number(),
  /** Gated stages in promotion order. */
  stages: z.array(stageSchema),
});
export type TrainGlance = z.infer<typeof glanceSchema>;

const memberSchema = z.object({
  project: projectSchema,
  version: versionSchema,
  daysLeft: z.number().nullable(),
  stages: z.array(stageSummarySchema),
});
export type TrainMemberView = z.infer<typeof memberSchema>;

const trainId = z.string().regex(/^[0-9a-f-]{36}$/);
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), trainId: z.string(), sentence: z.string() }),
  /** Nothing changed; `message` says why. */
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);
const trainViewSchema = glanceSchema.extend({
  now: z.string(),
  state: z.enum(['running', 'ended']),
  /** Set where a query named the members. */
  query: z.string().nullable(),
  /** When they were named last. */
  changedAt: z.string(),
  /** Those that the viewer may see; the worst first. */
  releases: z.array(memberSchema),
  /** Members in projects that the viewer may not see. */
  hidden: z.number(),
  /** Members that were deleted in Jira. */
  gone: z.array(z.string()),
  mayChange: z.boolean(),
});
export type TrainView = z.infer<typeof trainViewSchema>;

export const trainCalls = {
  /** Running trains in which a release of the project rides; of one release where a version is named. */
  trains: {
    request: projectRequestSchema.extend({ versionId: readinessRequestSchema.shape.versionId.nullable() }),
    view: z.object({ trains: z.array(glanceSchema), mayForm: z.boolean() }),
  },
  train: { request: projectRequestSchema.extend({ trainId }), view: trainViewSchema },
  /** Releases that the viewer may take into a train. */
  trainChoices: {
    request: projectRequestSchema,
    view: z.object({ projects: z.array(projectSchema.extend({ versions: z.array(versionSchema) })) }),
  },
  saveTrain: {
    request: projectRequestSchema.extend({
      trainId: trainId.nullable(),
      name: z.string().max(200),
      versionIds: z.array(readinessRequestSchema.shape.versionId).max(200),
      query: z.string().trim().min(1).max(2000).nullable(),
    }),
    view: outcomeSchema,
  },
  endTrain: { request: projectRequestSchema.extend({ trainId }), view: outcomeSchema },
} as const;
