import { z } from 'zod';
import { projectRequestSchema } from './project';
import { storeStateSchema } from './screen';
import { triageRowSchema, triageTargetSchema } from './triage-row';
import { triageCycleSchema } from './triage-settings';

const instant = z.string();

/** What waits for a decision in a project, and its sessions. */
export const triageQueueViewSchema = z.object({
  now: instant,
  project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  store: storeStateSchema,
  /** What waits for a decision, in the order in which it is taken; at most 200 of those that the viewer may see. */
  rows: z.array(triageRowSchema),
  /** Further ones that are not shown. */
  more: z.number(),
  targets: z.array(triageTargetSchema),
  /** Sessions that are open, newest first; past ones follow in `closed`, newest first, at most 10. */
  open: z.array(z.object({ id: z.string(), title: z.string(), startedAt: instant, people: z.number() })),
  closed: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      closedAt: instant,
      decided: z.number(),
      left: z.number(),
      minutes: z.number(),
    }),
  ),
});
export type TriageQueueView = z.infer<typeof triageQueueViewSchema>;

/** Minutes from the start of a clock to the decision. Open ones count as "at least so long" (Kaplan-Meier), and are shown apart. */
const latencySchema = z.object({
  cycle: triageCycleSchema,
  decided: z.number(),
  open: z.number(),
  /** Null where not so many have been decided yet. */
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});
const decisionLatencyRequestSchema = projectRequestSchema.extend({
  weeks: z.number().int().min(1).max(52).default(12),
});
export const decisionLatencyViewSchema = z.object({
  now: instant,
  /** By the week (from Monday, UTC) in which the clock started; oldest first, weeks without a defect included. */
  weeks: z.array(z.object({ from: z.string(), cycles: z.array(latencySchema) })),
  /** All of these weeks together; a cycle that had none is left out. */
  all: z.array(latencySchema),
  /** What waits now, longest first, at most 20, those that the viewer may see. */
  waiting: z.array(
    z.object({ defectId: z.string(), key: z.string(), cycle: triageCycleSchema, startedAt: instant, minutes: z.number() }),
  ),
  /** What took longest to decide, at most 20, those that the viewer may see. */
  slowest: z.array(
    z.object({ defectId: z.string(), key: z.string(), cycle: triageCycleSchema, decidedAt: instant, minutes: z.number() }),
  ),
});
export type DecisionLatencyView = z.infer<typeof decisionLatencyViewSchema>;

/** The calls of the queue. */
export const triageQueueCalls = {
  /** What waits for a decision in a project. */
  triageQueue: { request: projectRequestSchema, view: triageQueueViewSchema },
  decisionLatency: { request: decisionLatencyRequestSchema, view: decisionLatencyViewSchema },
} as const;
