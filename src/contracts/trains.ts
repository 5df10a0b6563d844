import { z } from 'zod';
import { readinessRequestSchema } from './readiness';
import { projectRequestSchema } from './project';
import { trainOutlookSchema, trainScopeSchema } from './train-outlook';
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

const conditionState = z.enum(['met', 'breached', 'unknown']);
const trainConditionSchema = z.object({
  id: z.string(),
  rule: z.string(),
  title: z.string(),
  /** The worst of its releases. */
  state: conditionState,
  breach: z.enum(['holds', 'warns']),
  /** Of all its releases together, those too that the viewer may not see; null where nothing is counted, or one is not known. */
  sum: z.number().nullable(),
  /** Those that the viewer may see, the worst first. */
  releases: z.array(
    z.object({
      ...{ name: z.string(), versionId: z.string(), projectKey: z.string() },
      ...{ state: conditionState, reason: z.string() },
    }),
  ),
  /** How many do not meet it that the viewer may not see. */
  hidden: z.number(),
});
export type TrainConditionView = z.infer<typeof trainConditionSchema>;

const stageConditionsSchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  conditions: z.array(trainConditionSchema),
  /** Conditions that are not met and that only releases have that the viewer may not see. */
  hidden: z.number(),
  /** Releases without a verdict. */
  unjudged: z.array(z.string()),
});
export type TrainStageConditions = z.infer<typeof stageConditionsSchema>;

const nextSchema = z.object({
  /** The first stage that it may not enter. */
  stage: z.string(),
  /** What keeps it there; null where the viewer may not see any that does. */
  release: z.object({ name: z.string(), versionId: z.string(), projectKey: z.string() }).nullable(),
  because: z.string(),
});

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
  /** How its query fared the last time; null where there is none, or it was not looked up yet. */
  lookup: z.object({ at: z.string(), problem: z.string().nullable(), elsewhere: z.number() }).nullable(),
  /** When they were named last. */
  changedAt: z.string(),
  /** Those that the viewer may see; the worst first. */
  releases: z.array(memberSchema),
  conditions: z.array(stageConditionsSchema),
  /** What to see to first; null where it may enter every stage. */
  next: nextSchema.nullable(),
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
  /** Its score and its forecast, which take longer. */
  trainOutlook: { request: projectRequestSchema.extend({ trainId }), view: trainOutlookSchema },
  /** Its scope, which asks Jira about each release. */
  trainScope: { request: projectRequestSchema.extend({ trainId }), view: trainScopeSchema },
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
