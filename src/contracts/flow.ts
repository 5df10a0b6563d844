import { z } from 'zod';
import { mostChartDefects } from './chart-defects';
import { projectRequestSchema } from './project';
import { projectSchema, storeStateSchema } from './screen';

/** How many days back; all: from the first defect on, at most `mostFlowDays`. */
export const flowRanges = ['7', '30', '90', '180', '365', 'all'] as const;
export type FlowRange = (typeof flowRanges)[number];
export const mostFlowDays = 1095;

/** What makes a band. By severity and by age only open defects are counted. */
export const flowGroupings = ['status', 'category', 'severity', 'age'] as const;
export type FlowGrouping = (typeof flowGroupings)[number];

export const mostFlowStages = 13;

/** Statuses that are taken as one stage of the flow. */
export const flowStageSchema = z.object({
  /** Ids of statuses; a band's id stands for all statuses in it. */
  statuses: z
    .array(z.string().regex(/^[\w-]{1,60}$/))
    .min(1)
    .max(60),
  /** Null: the names of the statuses. */
  name: z.string().min(1).max(60).nullable(),
});
export type FlowStage = z.infer<typeof flowStageSchema>;

/** In the order of the workflow: the flow begins with the first and ends with the last; statuses that are in none are left out. */
const stagesSchema = z.array(flowStageSchema).min(2).max(mostFlowStages).nullable().default(null);

/** Why the reading of a day does not apply; a view writes several as the sum of `2 ** place` in this list. */
export const flowDoubts = [
  'nothing-departed',
  'few',
  'growing',
  'shrinking',
  'unbalanced',
  'longer-than-window',
  'getting-older',
] as const;

const numbers = z.array(z.number());

const bandSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['new', 'indeterminate', 'done', 'severity', 'age']),
  /** Defects in it at the end of each day. */
  counts: numbers,
});
export type FlowBand = z.infer<typeof bandSchema>;

const markerSchema = z.object({
  /** Days since 1970. */
  day: z.number(),
  /** `freeze`: the day that is planned for one; `frozen` and `unfrozen`: when one began, and when it was lifted or the release went out. */
  kind: z.enum(['release', 'planned-release', 'freeze', 'frozen', 'unfrozen', 'deployment']),
  name: z.string(),
  /** How a freeze came about, or what ended it: "by its release ticket". */
  how: z.string().exactOptional(),
});
export type FlowMarker = z.infer<typeof markerSchema>;

/** Where most of a growth stands; null without any. */
const grownSchema = z.object({ band: z.string(), sentence: z.string() }).nullable();

/** Figures of a moment, a week and a month before it; null where the project is younger. */
const threeSchema = z.object({ now: z.number(), week: z.number().nullable(), month: z.number().nullable() });

const workflowStatusSchema = z.object({
  id: z.string(),
  name: z.string(),
  category: z.enum(['new', 'indeterminate', 'done']),
  /** Id of the band by status that it is in; null where it is left out. */
  band: z.string().nullable(),
  /** Defects in it now. */
  now: z.number(),
});
export type WorkflowStatus = z.infer<typeof workflowStatusSchema>;

/** The screen *Flow*: how many defects stood where, day by day. Arrays have a value a day; that of today is up to now. */
export const flowViewSchema = z.object({
  now: z.string(),
  revision: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  by: z.enum(flowGroupings),
  range: z.enum(flowRanges),
  /** Days since 1970, in UTC. */
  firstDay: z.number(),
  days: z.number(),
  today: z.number(),
  /** Day of the first defect; null without any. */
  oldest: z.number().nullable(),
  /** Whether there are earlier days that were asked for: at most `mostFlowDays` are shown. */
  cut: z.boolean(),
  /** Every status that a defect ever had, in the order of the workflow. */
  workflow: z.array(workflowStatusSchema),
  /** In the order of the workflow, or from the worst, or from the youngest. */
  bands: z.array(bandSchema),
  /** The same days in the other groupings, so that a screen turns to them without asking. */
  alsoBy: z.array(z.object({ by: z.enum(flowGroupings), bands: z.array(bandSchema), grown: grownSchema })),
  /** Defects that came to be open, that came to be done, and moves back in the workflow. */
  arrivals: numbers,
  departures: numbers,
  backward: numbers,
  /** Of the open ones at the end of the day, in days; null where nothing was open. */
  averageAge: z.array(z.number().nullable()),
  /** The reading that ends with each day. */
  reading: z.object({
    /** It rests on so many days, as far as there are so many. */
    days: z.number(),
    /** Days before the first one shown that count as well. */
    lead: z.number(),
    arrivals: numbers,
    departures: numbers,
    /** Days that a defect stays open, approximately; null where nothing departed. */
    approximateAge: z.array(z.number().nullable()),
    doubts: numbers,
  }),
  markers: z.array(markerSchema),
  /** As of now, whatever days are shown. */
  summary: z.object({
    sentence: z.string(),
    grown: grownSchema,
    open: threeSchema,
    inProgress: threeSchema,
    averageAge: z.object({ now: z.number().nullable(), week: z.number().nullable(), month: z.number().nullable() }),
    /** In the 30 days that end then. */
    arrivals: threeSchema,
    departures: threeSchema,
    backward: z.number(),
  }),
  /** What the histories come to, against what Jira says now. */
  check: z.object({
    /** Days on which the bands do not add up to the defects that there were. */
    wrongDays: z.number(),
    /** Bands whose last count is not that of the defects that are in them now. */
    differing: z.array(z.object({ name: z.string(), counted: z.number(), now: z.number() })),
    defects: z.number(),
  }),
  /** Defects of the project that Jira hides from the viewer: they are in no count. */
  hidden: z.number(),
});
export type FlowView = z.infer<typeof flowViewSchema>;

export const flowRequestSchema = projectRequestSchema.extend({
  range: z.enum(flowRanges),
  /** The last day (UTC); null: today. */
  to: z.iso.date().nullable().default(null),
  /** The first day; null: as `range` has it. */
  from: z.iso.date().nullable().default(null),
  by: z.enum(flowGroupings),
  stages: stagesSchema,
});

export const flowDefectsRequestSchema = projectRequestSchema.extend({
  /** Days since 1970. */
  day: z.int().min(0).max(100_000),
  by: z.enum(flowGroupings),
  stages: stagesSchema,
  /** Id of a band; null: what was open. */
  band: z.string().max(100).nullable(),
});

/** The defects of a band at the end of a day, oldest first. */
export const flowDefectsViewSchema = z.object({ ids: z.array(z.string()).max(mostChartDefects), total: z.number() });
export type FlowDefectsView = z.infer<typeof flowDefectsViewSchema>;

export const flowCalls = {
  flow: { request: flowRequestSchema, view: flowViewSchema },
  flowDefects: { request: flowDefectsRequestSchema, view: flowDefectsViewSchema },
} as const;
