import { z } from 'zod';
import { panelRequestSchema } from './panel';
import { jiraIdSchema, projectRequestSchema } from './project';
import { projectSchema, severitySchema, storeStateSchema } from './screen';

/** The screen *Aging*: how old open defects are, against how long closed ones took; and the line about it in the panel of an issue. */
export const agingSeverities = [...severitySchema.options, 'none'] as const;
const agingSeveritySchema = z.enum(agingSeverities);
/** `none` is a missing severity. */
export type AgingSeverity = z.infer<typeof agingSeveritySchema>;

/** What the columns of the chart are. */
export const agingGroupings = ['status', 'severity', 'component', 'type'] as const;
const agingGroupingSchema = z.enum(agingGroupings);
export type AgingGrouping = z.infer<typeof agingGroupingSchema>;

/** Stands for defects without a component. */
export const noComponent = 'none';

/** A service level that the viewer wants to be measured against: so many of 100 are closed within so many days. */
const serviceLevelSchema = z.object({ share: z.number().int().min(50).max(99), days: z.number().int().min(1).max(3650) });
export type ServiceLevel = z.infer<typeof serviceLevelSchema>;

export const agingRequestSchema = projectRequestSchema.extend({
  /** Which open ones are shown; null for all. What is late is measured against the severity in the whole project in any case. */
  severity: agingSeveritySchema.nullable().default(null),
  /** Id of the work type, as it is now. */
  type: jiraIdSchema.nullable().default(null),
  /** Id of the component, as it is now, or `none`. */
  component: z
    .union([jiraIdSchema, z.literal(noComponent)])
    .nullable()
    .default(null),
  /** Id of the version that they are planned for, as it is now. */
  release: jiraIdSchema.nullable().default(null),
  /** The day (UTC) at whose end it is looked at; null for now. */
  day: z.iso.date().nullable().default(null),
  by: agingGroupingSchema.default('status'),
  level: serviceLevelSchema.nullable().default(null),
});

/** How long closed ones took, in days; null where fewer than `least` were closed. */
const referenceSchema = z.object({
  p50: z.number().nullable(),
  p85: z.number().nullable(),
  p95: z.number().nullable(),
  restsOn: z.number(),
});
export type AgingReference = z.infer<typeof referenceSchema>;

const namedSchema = z.array(z.object({ id: z.string(), name: z.string() }));

export const agingViewSchema = z.object({
  now: z.string(),
  revision: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  /** The base day, and the moment it is looked at: its end, or now. */
  day: z.string(),
  at: z.string(),
  /** The days that can be chosen, from the first defect's to today. */
  firstDay: z.string(),
  today: z.string(),
  /** What it comes to. */
  sentence: z.string(),
  /** What to look at first, and why; null where nothing is open. */
  first: z.object({ key: z.string(), because: z.string() }).nullable(),
  windowDays: z.number(),
  least: z.number(),
  /** Open ones shown, those of them older than the p85 of their severity, and by how many days all together (debt exposure). */
  open: z.number(),
  late: z.number(),
  exposureDays: z.number(),
  /** Open ones shown of severities of which too few were closed: they are in neither of the two. */
  unranked: z.number(),
  /** Of all severities that were open or closed, worst first; `all` stands for everything that is shown. */
  severities: z.array(
    referenceSchema.extend({
      severity: agingSeveritySchema,
      open: z.number(),
      late: z.number(),
      exposureDays: z.number(),
    }),
  ),
  /** Closed ones of the severities, work types and components shown, all together. */
  all: referenceSchema,
  /** The service level against the same closed ones; null where none was asked for. */
  level: serviceLevelSchema
    .extend({
      /** Closed ones, and those of them that took no longer than its days. */
      restsOn: z.number(),
      met: z.number(),
      /** In how many days its share of them was closed; null where fewer than `least` were. */
      reached: z.number().nullable(),
      /** Open ones shown that are older than its days. */
      past: z.number(),
    })
    .nullable(),
  /** Statuses in the order of the workflow, severities, work types, or components; those with the most open ones first where there are many. */
  columns: z.array(
    z.object({
      /** Id of the status, the work type or the component, or the severity; `others` for components that have no column of their own. */
      key: z.string(),
      name: z.string(),
      open: z.number(),
      /** By status: how old closed ones were when they left it. Otherwise: how long those of the column took. */
      pace: referenceSchema,
      /** The same defects in Jira's own search; null for a past day. */
      jql: z.string().nullable(),
    }),
  ),
  /** Open ones, the oldest first; each list in the same order. By component, one of several components stands once in the column of each. */
  dots: z.object({
    ids: z.array(z.string()),
    keys: z.array(z.string()),
    severity: z.array(agingSeveritySchema),
    /** Place in `columns`. */
    column: z.array(z.number()),
    /** Days since the creation, and in the status, to a hundredth. */
    days: z.array(z.number()),
    statusDays: z.array(z.number()),
    /** The day (UTC) of the creation, in days since 1970. */
    since: z.array(z.number()),
    /** Of 100 closed ones of its severity, how many took no longer than it is old; null where too few are closed. */
    rank: z.array(z.number().nullable()),
  }),
  /** The oldest of them. */
  oldest: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      summary: z.string(),
      severity: severitySchema.nullable(),
      status: z.string(),
      /** Account id, as it is now. */
      assignee: z.string().nullable(),
      days: z.number(),
      statusDays: z.number(),
      rank: z.number().nullable(),
      /** Whether it is still open today. */
      open: z.boolean(),
    }),
  ),
  /** What open ones can be filtered by. */
  releases: namedSchema,
  types: namedSchema,
  components: namedSchema,
  /** Defects of the project that Jira hides from the viewer. No figure counts them. */
  hidden: z.number(),
});
export type AgingView = z.infer<typeof agingViewSchema>;

/** One defect: the line of the panel, and what a dot of the chart says when it is opened. */
export const defectAgingRequestSchema = panelRequestSchema.extend({ day: z.iso.date().nullable().default(null) });
export const defectAgingViewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    now: z.string(),
    key: z.string(),
    summary: z.string(),
    severity: agingSeveritySchema,
    status: z.string(),
    assignee: z.string().nullable(),
    /** The day (UTC) of its creation. */
    since: z.string(),
    days: z.number(),
    statusDays: z.number(),
    rank: z.number().nullable(),
    reference: referenceSchema,
    /** Days in each status so far, in the order in which it came into them. */
    spent: z.array(z.object({ status: z.string(), days: z.number() })),
  }),
  /** It was done at that moment, or not there. */
  z.object({ kind: z.literal('closed') }),
  /** Its history has not been read yet. */
  z.object({ kind: z.literal('unknown') }),
]);
export type DefectAgingView = z.infer<typeof defectAgingViewSchema>;

/** Who owns some open defects now, and what to do about each. */
export const agingStepsRequestSchema = projectRequestSchema.extend({ ids: z.array(jiraIdSchema).max(50) });

const agingStepKinds = ['deferred', 'asked', 'severity', 'assign', 'overdue', 'decide', 'slow', 'none'] as const;
export const agingStepsViewSchema = z.object({
  now: z.string(),
  /** In no order; what is done by now or hidden is missing. */
  rows: z.array(
    z.object({
      id: z.string(),
      /** Null where nobody is known, not even a lead of the project. */
      owner: z
        .object({
          accountId: z.string(),
          /** Null where the viewer may not look people up. */
          name: z.string().nullable(),
          /** Reads on after the name, e.g. `on the rota of Payments this week`. */
          why: z.string(),
        })
        .nullable(),
      step: z.object({ kind: z.enum(agingStepKinds), words: z.string() }),
    }),
  ),
});
export type AgingStepsView = z.infer<typeof agingStepsViewSchema>;

export const agingCalls = {
  aging: { request: agingRequestSchema, view: agingViewSchema },
  agingSteps: { request: agingStepsRequestSchema, view: agingStepsViewSchema },
  defectAging: { request: defectAgingRequestSchema, view: defectAgingViewSchema },
} as const;
