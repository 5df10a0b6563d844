import { z } from 'zod';
import { jiraIdSchema, projectRequestSchema } from './project';
import { modeSchema, projectSchema, severitySchema, stateSchema } from './screen';

/** One side of a condition: as known then, or as known now. */
const sideSchema = z.object({
  state: z.enum(['met', 'breached', 'unknown']),
  value: z.number().nullable(),
  limit: z.number(),
  /** What it comes to, part of a sentence. */
  reason: z.string(),
});

export const lateCauseSchema = z.enum(['arrived', 'planned-since', 'escaped', 'worse', 'milder', 'not-open', 'gone']);

/** A verdict judged twice: on what was known then, and on what is known by now of the same moment. */
export const thenAndNowSchema = z.object({
  /** Place of the entry in the project's ledger. */
  seq: z.number(),
  at: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  stage: z.string(),
  mode: modeSchema,
  then: z.object({ state: stateSchema, sentence: z.string() }),
  now: z.object({ state: stateSchema, sentence: z.string() }),
  /** It would have been decided the other way. */
  turned: z.boolean(),
  /** Whether judging again what was kept comes to what was written down. */
  same: z.boolean(),
  /** Those that differ first. */
  conditions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      differs: z.boolean(),
      then: sideSchema.nullable(),
      now: sideSchema.nullable(),
    }),
  ),
  /** Defects of which more is known now, as far as the viewer may see them; those that make a difference first, at most 50. */
  late: z.array(
    z.object({
      ...{ id: z.string(), key: z.string(), cause: lateCauseSchema },
      then: severitySchema.nullable(),
      now: severitySchema.nullable(),
      /** Titles of the conditions that come to something else by it. */
      conditions: z.array(z.string()),
    }),
  ),
  /** Others of them that the viewer may not see, and those beyond 50. */
  hidden: z.number(),
  more: z.number(),
});
export type ThenAndNow = z.infer<typeof thenAndNowSchema>;

export const hindsightCalls = {
  /** One decision, as known then and as known now. */
  thenAndNow: {
    request: z.object({ projectId: jiraIdSchema, seq: z.number().int().min(1) }),
    view: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('judged'), decision: thenAndNowSchema }),
      /** It is no verdict, or what it takes to judge it again was not kept. */
      z.object({ kind: z.literal('not-kept'), because: z.string() }),
    ]),
  },
  /** The decisions of the last 90 days that would have been the other way. */
  turned: {
    request: projectRequestSchema,
    view: z.object({
      now: z.string(),
      project: projectSchema,
      days: z.number(),
      /** Verdicts that were judged again, those of before it was kept what that takes, and whether there are more. */
      judged: z.number(),
      notKept: z.number(),
      more: z.boolean(),
      /** Newest first. */
      decisions: z.array(thenAndNowSchema),
    }),
  },
} as const;
export type TurnedView = z.infer<typeof hindsightCalls.turned.view>;
