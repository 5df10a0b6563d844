import { z } from 'zod';
import { jiraIdSchema, projectRequestSchema } from './project';
import { projectSchema, severitySchema, storeStateSchema, versionSchema } from './screen';

/** The screen *Scope*: what a release holds against what can be finished by its date, and what would have to leave. */
export const scopeRequestSchema = projectRequestSchema.extend({
  /** Null for the release that is to go out next. */
  versionId: jiraIdSchema.nullable(),
});

const scopeStates = [
  'no-release',
  'released',
  'not-read',
  'empty',
  'all-done',
  'no-date',
  'no-throughput',
  'fits',
  'exceeds',
] as const;
const scopeKindSchema = z.enum(['feature', 'defect']);
export const scopeUnitSchema = z.enum(['issues', 'points', 'hours']);
export type ScopeUnitView = z.infer<typeof scopeUnitSchema>;

/** Finds the same issues in Jira's own search; null where there is none to find. */
const jqlSchema = z.string().nullable();
const amountSchema = z.object({ count: z.number(), size: z.number(), jql: jqlSchema });

const scopeRowSchema = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  kind: scopeKindSchema,
  workType: z.string(),
  status: z.string(),
  started: z.boolean(),
  /** Of defects; null where it is missing, and for features. */
  severity: severitySchema.nullable(),
  /** What the release loses without it, 0 to 100, and where that comes from, e.g. "priority High". */
  value: z.number(),
  valueFrom: z.string(),
  size: z.number(),
  /** False where the median of its kind stands for a missing estimate. */
  sizeKnown: z.boolean(),
  /** Why it has to stay; null where it may leave. */
  stays: z.string().nullable(),
});
export type ScopeRow = z.infer<typeof scopeRowSchema>;

const leavingSchema = z.object({
  ids: z.array(z.string()),
  size: z.number(),
  value: z.number(),
  /** False where a set of less value may exist. */
  smallest: z.boolean(),
  /** How much is still too much once they have left. */
  short: z.number(),
});

export const scopeViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  /** Null where the project has none that is still to come. */
  version: versionSchema.nullable(),
  /** Releases still to come, in the order in which they are to go out. */
  versions: z.array(versionSchema),
  state: z.enum(scopeStates),
  /** What it comes to, and what to do about it. */
  sentence: z.string(),
  unit: scopeUnitSchema,
  /** Why it is counted in this unit. */
  unitBecause: z.string(),
  /** Null where nobody can say. */
  capacity: z
    .object({
      size: z.number(),
      /** In five working days. */
      perWeek: z.number(),
      daysLeft: z.number(),
      finished: amountSchema,
      inDays: z.number(),
      /** Work of releases that are due earlier. */
      taken: amountSchema,
    })
    .nullable(),
  planned: z.object({ feature: amountSchema, defect: amountSchema }),
  done: z.object({ feature: amountSchema, defect: amountSchema }),
  budget: z
    .object({
      /** In percent. */
      share: z.number(),
      size: z.number(),
      done: z.number(),
      planned: z.number(),
      left: z.number(),
      over: z.number(),
      kept: z.number(),
    })
    .nullable(),
  /** How much more is planned than can be finished; 0 where it fits. */
  excess: z.number(),
  leaving: leavingSchema.nullable(),
  alternatives: z.array(leavingSchema.extend({ kind: z.enum(['fewest', 'features', 'next']), title: z.string() })),
  /** What is planned and not done, the most valuable first. */
  rows: z.array(scopeRowSchema),
  /** Defects of the release that the viewer may not see: no figure has them. */
  hidden: z.number(),
  /** What was left out because there is too much of it, a sentence each. */
  cut: z.array(z.string()),
  /** Unreleased versions that issues can move to: the next ones first, then earlier ones. */
  targets: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What the figures rest on, a sentence each. */
  restsOn: z.array(z.string()),
});
export type ScopeView = z.infer<typeof scopeViewSchema>;

/** So many move in one call, each with a request of its own to Jira. */
export const mostMovedFromScope = 20;
export const mostReasonCharacters = 1000;

export const moveScopeRequestSchema = projectRequestSchema.extend({
  versionId: jiraIdSchema,
  toVersionId: jiraIdSchema,
  issueIds: z.array(jiraIdSchema).min(1).max(mostMovedFromScope),
  because: z.string().trim().max(mostReasonCharacters),
  /** Made by the screen for each wish: the same one sent twice is one. */
  requestId: z.uuid(),
});
export const moveScopeViewSchema = z.discriminatedUnion('kind', [
  /** The reason says nothing; nothing was moved. */
  z.object({ kind: z.literal('invalid'), problem: z.string() }),
  z.object({
    kind: z.literal('done'),
    /** One for each that was asked for, in the same order; `problem` is null where it moved. */
    results: z.array(z.object({ issueId: z.string(), key: z.string().nullable(), problem: z.string().nullable() })),
  }),
]);
export type MoveScopeView = z.infer<typeof moveScopeViewSchema>;

export const scopeCalls = {
  scope: { request: scopeRequestSchema, view: scopeViewSchema },
  /** Moves issues of a release to another, as the viewer, with a reason. */
  moveScope: { request: moveScopeRequestSchema, view: moveScopeViewSchema },
} as const;
