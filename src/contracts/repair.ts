import { z } from 'zod';
import { mostChartDefects } from './chart-defects';
import { projectRequestSchema } from './project';
import { projectSchema, storeStateSchema } from './screen';

/** In place of a stage: whatever was detected, also where nobody said where. */
export const everywhere = 'everywhere';

/** The screen *Detection and repair*: how long it takes to find, take up and end what goes wrong in two environments, and DORA's measures. */
const stageKeySchema = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
/** Days back from now. */
export const repairRanges = ['30', '90', '180', '365', 'all'] as const;
export type RepairRange = (typeof repairRanges)[number];

export const repairRequestSchema = projectRequestSchema.extend({
  /** What was detected in so many days. */
  range: z.enum(repairRanges).default('180'),
  /** Keys of the stages that are compared; null for what the back end chooses: staging and production. */
  one: stageKeySchema.nullable().default(null),
  other: stageKeySchema.nullable().default(null),
});

/** Half take no longer than `median`, as far as can be told; times are in days. */
export const repairMeasureSchema = z.object({
  /** Null where fewer than half have come so far. */
  median: z.number().nullable(),
  /** 95 % interval; null where it has no bound yet. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** How many have come so far, how many have not, and of how many nothing is known. */
  ended: z.number(),
  open: z.number(),
  unknown: z.number(),
  words: z.string(),
});
export type RepairMeasure = z.infer<typeof repairMeasureSchema>;

const stepSchema = z.object({
  /** Days since the detection. */
  days: z.number(),
  /** Of all, how many last longer than that: 0 to 1, with its 95 % interval. */
  share: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** How many had lasted until then. */
  atRisk: z.number(),
});
export type RepairStep = z.infer<typeof stepSchema>;

const groupSchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  defects: z.number(),
  /** Incidents that pipelines told of and that no defect stands for. */
  incidents: z.number(),
  /** From the introduction to the detection; from there to the first move; from the detection to the end. */
  detect: repairMeasureSchema,
  acknowledge: repairMeasureSchema,
  repair: repairMeasureSchema,
  /** Descending from 1; a step where some were repaired, thinned out where there are very many. */
  curve: z.array(stepSchema),
  /** How far the curve can be told, in days. */
  until: z.number(),
});
export type RepairGroup = z.infer<typeof groupSchema>;

export const doraFigureSchema = z.object({
  id: z.enum(['frequency', 'lead-time', 'failure-rate', 'recovery', 'rework']),
  name: z.string(),
  /** Null where it was not told what it takes. */
  value: z.string().nullable(),
  /** What it was counted from; or what would have to be told. */
  detail: z.string(),
  definition: z.string(),
});
export type DoraFigure = z.infer<typeof doraFigureSchema>;

export const repairViewSchema = z.object({
  now: z.string(),
  revision: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  /** What it comes to, and what to look at first. */
  sentence: z.string(),
  first: z.object({ key: z.string(), because: z.string() }).nullable(),
  /** Whether anything was ever detected. */
  ever: z.boolean(),
  /** All stages in promotion order, then `everywhere`, with what was detected in them in the time that is looked at. */
  stages: z.array(z.object({ key: z.string(), name: z.string(), count: z.number() })),
  one: z.string(),
  other: z.string(),
  /** Those that are compared: the one and the other, or one where both are the same. */
  groups: z.array(groupSchema),
  /** What the log-rank test says of the two; null where there is nothing to compare. */
  comparison: z.object({ sentence: z.string(), p: z.number().nullable() }).nullable(),
  /** Detected in the time, and nobody said where. */
  unplaced: z.number(),
  /** Introduced after they were detected, if one believed what was told. */
  contradicted: z.number(),
  /** Defects, and incidents, that Jira hides from the viewer: no figure counts them. */
  hidden: z.number(),
  hiddenIncidents: z.number(),
  dora: z.object({
    stage: z.object({ key: z.string(), name: z.string() }),
    /** From when on it is counted: the time that is looked at, or the first deployment that was told; null where none was. */
    since: z.string().nullable(),
    figures: z.array(doraFigureSchema),
    /** Deployments that failed, newest first, at most 20. */
    failed: z.array(z.object({ name: z.string(), at: z.string(), because: z.string() })),
    more: z.number(),
  }),
});
export type RepairView = z.infer<typeof repairViewSchema>;

/** What of an environment's list is asked for. */
export const repairParts = ['all', 'repaired', 'open', 'introduction-unknown'] as const;
export type RepairPart = (typeof repairParts)[number];

export const repairIssuesRequestSchema = projectRequestSchema.extend({
  range: repairRequestSchema.shape.range,
  /** Null for those of which nobody said where they were detected. */
  stage: stageKeySchema.nullable(),
  part: z.enum(repairParts),
});
export const repairIssuesViewSchema = z.object({
  /** The longest first. */
  ids: z.array(z.string()).max(mostChartDefects),
  total: z.number(),
  /** Null where there is none. */
  jql: z.string().nullable(),
  /** Incidents that no defect stands for, newest first, at most 100. */
  incidents: z.array(
    z.object({ incident: z.string(), title: z.string(), startedAt: z.string(), resolvedAt: z.string().nullable() }),
  ),
});
export type RepairIssuesView = z.infer<typeof repairIssuesViewSchema>;

export const repairCalls = {
  repair: { request: repairRequestSchema, view: repairViewSchema },
  repairIssues: { request: repairIssuesRequestSchema, view: repairIssuesViewSchema },
} as const;
