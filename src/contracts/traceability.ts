import { z } from 'zod';

/** What commits, deployments and defects of a release say of each other: a section of the screen *Readiness*. */
export const traceNumberSchema = z.object({
  id: z.enum([
    'landed',
    'missing-fixes',
    'orphan-fixes',
    'orphan-commits',
    'deployments-without-change',
    'incidents-without-deployment',
    'hotfixes-without-incident',
  ]),
  title: z.string(),
  /** Null where nobody can tell; `definition` says why. */
  count: z.number().nullable(),
  /** Whether more than none asks for something. */
  kind: z.enum(['good', 'gap']),
  /** What is counted, why it matters, and what to do. */
  definition: z.string(),
  /** What it was counted from: "53 done defects, 41 commits of release/4.2.0". */
  inputs: z.string(),
  /** At most 100 of what was counted. */
  rows: z.array(
    z.object({
      /** Key of the issue; null where it is none. */
      key: z.string().nullable(),
      sha: z.string().nullable(),
      at: z.string().nullable(),
      text: z.string(),
    }),
  ),
  /** Further issues that the viewer may not see. */
  hidden: z.number(),
  /** The issues counted, in Jira's own search; null where it counts no issues. */
  jql: z.string().nullable(),
});
export type TraceNumber = z.infer<typeof traceNumberSchema>;

export const traceabilityViewSchema = z.object({
  now: z.string(),
  /** Whether commits, deployments or incidents were told at all. */
  told: z.boolean(),
  sentence: z.string(),
  numbers: z.array(traceNumberSchema),
});
export type TraceabilityView = z.infer<typeof traceabilityViewSchema>;
