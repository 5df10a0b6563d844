import { z } from 'zod';
import { projectSchema, severitySchema, stageSummarySchema, storeStateSchema, versionSchema } from './screen';

/** The screen *Readiness* of one version. */
export const readinessRequestSchema = z.object({
  projectId: z.string().regex(/^\d{1,18}$/),
  versionId: z.string().regex(/^\d{1,18}$/),
});

export const defectRowSchema = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  /** Null where the field is empty or unreadable: such a defect counts as S1. */
  severity: severitySchema.nullable(),
  tier: z.string().nullable(),
  status: z.string(),
  openedAt: z.string(),
  ageDays: z.number(),
  /** When the resolution target of its severity passes, and whether it has. */
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  /** Holdpoint's score, 0 to 100; null while it has none. */
  score: z.number().nullable(),
});
export type DefectRow = z.infer<typeof defectRowSchema>;

export const conditionSchema = z.object({
  /** Stable within the gate, e.g. `open-defects:S2:enterprise`. */
  id: z.string(),
  rule: z.string(),
  /** Whether a breach holds the gate, or only warns. */
  breach: z.enum(['holds', 'warns']),
  /** What is counted, e.g. "Open S2 defects of enterprise customers". */
  title: z.string(),
  /** How it is counted, in one or two sentences: the definition behind the figure. */
  definition: z.string(),
  /** Null where the evidence is missing. */
  value: z.number().nullable(),
  limit: z.number(),
  /** What value and limit are. */
  unit: z.enum(['defects', 'hours', 'percent', 'items', 'confirmations']),
  /** Whether the limit is the least that is asked; otherwise the most that is allowed. */
  atLeast: z.boolean(),
  state: z.enum(['met', 'breached', 'unknown']),
  /** What it comes to, part of a sentence; where it is unknown, why. */
  reason: z.string(),
  /** Ids of the defects counted that the viewer may see; rows in `ReadinessView.defects`. */
  defectIds: z.array(z.string()),
  /** Of the counted ones those that are done, where it is about more than open defects: the first of them, and how many more. */
  done: z
    .object({
      defects: z.array(z.object({ id: z.string(), key: z.string(), summary: z.string(), severity: severitySchema.nullable() })),
      more: z.number(),
    })
    .optional(),
  /** Defects counted that the viewer may not see. */
  hidden: z.number(),
  /** The same defects in Jira's own search; null where it is about something else. */
  jql: z.string().nullable(),
  /** "2 S2 deferred until 12 December are not counted"; empty where nothing is left out. */
  leftOut: z.string().optional(),
});
export type ConditionView = z.infer<typeof conditionSchema>;

export const stageReadinessSchema = stageSummarySchema.extend({
  conditions: z.array(conditionSchema),
  /** The smallest set of closures that opens the gate; null where it is open or unknown. */
  unblock: z
    .object({
      /** E.g. "Close or re-plan these 4 of 7 defects and the gate opens." */
      sentence: z.string(),
      defectIds: z.array(z.string()),
      hidden: z.number(),
      /** False where a smaller set may exist (the search was cut). */
      smallest: z.boolean(),
    })
    .nullable(),
  /** The ledger's entry of this verdict. */
  ledger: z.object({ seq: z.number(), hash: z.string() }).nullable(),
  /** Set where the gate is enforced and no transition of the release tickets carries its rules: a held release is not stopped. */
  unguarded: z.literal(true).exactOptional(),
});
export type StageReadiness = z.infer<typeof stageReadinessSchema>;

export const readinessViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  version: versionSchema,
  store: storeStateSchema,
  keptFresh: z.boolean(),
  daysLeft: z.number().nullable(),
  /** Gated stages in promotion order. */
  stages: z.array(stageReadinessSchema),
  /** Every open defect of the release that the viewer may see, worst first. */
  defects: z.array(defectRowSchema),
  /** Open defects of the release that the viewer may not see. */
  hidden: z.number(),
  /** The defects of the release that the viewer may see, by Jira's status category. */
  progress: z.object({ toDo: z.number(), inProgress: z.number(), done: z.number() }),
  /** Open defects that the viewer may see, at the end of each day (UTC), per severity as it was on that day; `none` is a missing severity. */
  trend: z.object({
    days: z.array(z.string()),
    series: z.array(z.object({ severity: z.enum(['S1', 'S2', 'S3', 'S4', 'none']), counts: z.array(z.number()) })),
    /** Of the open ones those past their resolution target, and the done ones, by day. */
    late: z.array(z.number()),
    done: z.array(z.number()),
  }),
  /** Release tickets of the version that the viewer may see. */
  tickets: z.array(z.object({ key: z.string(), status: z.string() })),
  revision: z.string(),
});
export type ReadinessView = z.infer<typeof readinessViewSchema>;
