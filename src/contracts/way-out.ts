import { z } from 'zod';
import { readinessRequestSchema } from './readiness';
import { severitySchema, stageKeySchema } from './screen';

/** The cheapest steps that open the gate of a stage: a part of the readiness of a release. */
export const stepActs = ['close', 'defer', 'verify', 'confirm', 'approve-analysis', 'decide-deferral', 'move', 'lift'] as const;

const stepSchema = z.object({
  act: z.enum(stepActs),
  /** Null where it is about no defect. */
  defect: z
    .object({ id: z.string(), key: z.string(), summary: z.string(), severity: severitySchema.nullable(), open: z.boolean() })
    .nullable(),
  /** The condition that it is done for; empty where it may be several. */
  condition: z.string(),
  /** Expected hours; null where the history of the project does not tell. */
  hours: z.number().nullable(),
  /** Its deferral is asked for, and waits for an approver. */
  waiting: z.boolean(),
});
export type WayStep = z.infer<typeof stepSchema>;

const waitsSchema = z.object({
  act: z.enum(stepActs),
  /** Of holds: those that people placed, or stopped lines. */
  cause: z.enum(['manual', 'stop-the-line']).nullable(),
  /** How many came to it, and how many did not and count for as long as they have waited. */
  done: z.number(),
  waiting: z.number(),
  /** Whether they are enough to say. */
  tells: z.boolean(),
});
export type WayWaits = z.infer<typeof waitsSchema>;

const waySchema = z.object({
  kind: z.literal('way'),
  /** Those that take longest first. */
  steps: z.array(stepSchema),
  /** Steps for defects that the viewer may not see. */
  hidden: z.number(),
  /** Expected hours of all steps that have any, added up. */
  hours: z.number(),
  /** So many steps have none. */
  untold: z.number(),
  /** False where the search was cut and a cheaper set may exist. */
  smallest: z.boolean(),
  /** What holds the gate besides, and when it passes by itself (null: never). */
  rest: z.array(z.object({ title: z.string(), reason: z.string(), until: z.string().nullable() })),
  /** What the hours rest on: closed defects and approved deferrals of the project, and for other acts what waited for the like. */
  restsOn: z.object({ closed: z.number(), approved: z.number(), waits: z.array(waitsSchema) }),
});
export type Way = z.infer<typeof waySchema>;

export const wayOutCalls = {
  wayOut: {
    request: readinessRequestSchema.extend({
      stage: stageKeySchema,
      /** What may be done to open defects. */
      acts: z
        .array(z.enum(['close', 'defer']))
        .min(1)
        .max(2),
      /** Ids of defects that stay as they are. */
      without: z.array(z.string().regex(/^\d{1,18}$/)).max(200),
    }),
    view: z.discriminatedUnion('kind', [
      waySchema,
      /** The gate is not held, or what it said is out of date. */
      z.object({ kind: z.literal('not-held') }),
      /** What may be done does not open it. */
      z.object({ kind: z.literal('not-enough') }),
    ]),
  },
} as const;
