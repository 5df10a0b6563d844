import { z } from 'zod';
import { envelope, nameSchema, origin } from './envelope';

const count = z.number().int().min(0).max(100_000_000);
const text = (most: number) =>
  z
    .string()
    .max(400_000)
    .transform((value) => value.slice(0, most));

const failedTestSchema = z.object({
  name: text(500),
  /** Class, file or suite. */
  class: text(500).default(''),
  message: text(4000).nullable().default(null),
  trace: text(20_000).nullable().default(null),
  /** Failed at first and passed when it was tried again. */
  flaky: z.boolean().default(false),
});
export type FailedTest = z.infer<typeof failedTestSchema>;

const where = {
  /** Name of the environment in which it was seen, e.g. `staging`. */
  environment: nameSchema,
  /** Part of the environment, e.g. `canary` or `blue`; null is all of it. */
  segment: nameSchema.nullable().default(null),
};

/** A run of tests. A large one comes in numbered parts of the same `run`, which count when all of them are there. */
export const testRunSchema = z
  .object({
    ...envelope,
    ...origin,
    ...where,
    kind: z.literal('run'),
    /** Names the run in its project. */
    run: nameSchema,
    /** What was run, e.g. `regression`: runs are compared with those of the same suite and environment. */
    suite: nameSchema.default('default'),
    part: z.object({ n: z.number().int().min(1).max(500), of: z.number().int().min(1).max(500) }).default({ n: 1, of: 1 }),
    /** Of the whole run, the same in every part. */
    tally: z.object({
      tests: count,
      passed: count,
      failed: count,
      errors: count,
      skipped: count,
      flaky: count.default(0),
      seconds: z.number().min(0).max(1e9).default(0),
    }),
    failures: z.array(failedTestSchema).max(5000).default([]),
    /** The run's log around what failed; the parts' logs follow each other. */
    log: text(200_000).nullable().default(null),
  })
  .refine(({ part }) => part.n <= part.of, { message: 'A part has a number up to the count of parts.', path: ['part'] });

/** Something that was seen of a defect that Jira already has: by users, support or monitoring. */
export const sightingDeliverySchema = z.object({
  ...envelope,
  ...origin,
  ...where,
  kind: z.literal('sighting'),
  /** Key of the defect. */
  issue: nameSchema,
  /** How often since the last delivery. */
  count: z.number().int().min(1).max(1_000_000).default(1),
  message: text(4000).nullable().default(null),
});

export const testResultsDeliverySchema = z.discriminatedUnion('kind', [testRunSchema, sightingDeliverySchema]);
export type TestRunDelivery = z.infer<typeof testRunSchema>;
export type SightingDelivery = z.infer<typeof sightingDeliverySchema>;
