import { z } from 'zod';
import { jiraIdSchema, projectRequestSchema } from './project';
import { projectSchema, stageKeySchema, storeStateSchema } from './screen';

/** The screen *Escapes*: what was found only after a release, where it came from, and what comes back. */
export const escapeWindows = [30, 90] as const;

const filters = {
  /** Days after the release. */
  window: z.union([z.literal(30), z.literal(90)]),
  /** Key of the stage that defects went past; null: past the release. */
  stage: stageKeySchema.nullable(),
};
export const escapesRequestSchema = projectRequestSchema.extend({
  ...filters,
  /** Only this release; null for all. */
  versionId: jiraIdSchema.nullable(),
});

const estimateSchema = z.object({ value: z.number(), lower: z.number(), upper: z.number() });
export type EstimateView = z.infer<typeof estimateSchema>;

const releaseSchema = z.object({
  id: z.string(),
  name: z.string(),
  releaseDate: z.string(),
  /** Whether the window is not over: figures will still grow. */
  young: z.boolean(),
  /** Whole days since the release, at most those of the window. */
  day: z.number(),
  /** Found up to the end of the window, or up to now; without what the rate leaves out. */
  found: z.number(),
  escaped: z.number(),
  /** A share of `found` with its 95 % interval; null where nothing was found. */
  rate: estimateSchema.nullable(),
  /** Found before the release, of all found up to the end of the window, whichever stage was chosen. */
  efficiency: estimateSchema.nullable(),
  /** Where the rate is counted past the release. */
  counts: z.object({
    before: z.number(),
    users: z.number(),
    untold: z.number(),
    earlier: z.number(),
    late: z.number(),
  }),
  /** Where it is counted past a stage; null otherwise. */
  past: z.object({ sooner: z.number(), caught: z.number(), past: z.number(), untold: z.number(), late: z.number() }).nullable(),
  /** What a young release comes to when its window is over; null where that cannot be said. */
  projected: z.object({ escapes: estimateSchema, rate: estimateSchema.nullable() }).nullable(),
});
export type EscapeRelease = z.infer<typeof releaseSchema>;

const matrixSchema = z.object({
  /** Stages in promotion order, another place, not told. */
  columns: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(
    z.object({
      /** Id of a version, `older` or `unknown`. */
      id: z.string(),
      name: z.string(),
      counts: z.array(z.number()),
      total: z.number(),
    }),
  ),
  totals: z.array(z.number()),
  total: z.number(),
  /** Defects of which somebody said which release brought them in; for the others it is the first release that they name. */
  said: z.number(),
});
export type EscapeMatrix = z.infer<typeof matrixSchema>;

const periodSchema = z.object({
  /** Where the calendar period begins, and what it is called: "Week of 2 Nov 2026", "Nov 2026", "Q4 2026". */
  start: z.string(),
  name: z.string(),
  /** Whether only a part of it was looked at: it goes on, or pipelines began to tell in it. */
  partial: z.boolean(),
  deployments: z.number(),
  recurrences: z.number(),
  /** Of them seen again while closed; the others were opened again without that. */
  seen: z.number(),
  /** Recurrences by deployment and the limits of this period; null without deployments. */
  rate: estimateSchema.nullable(),
  signal: z.enum(['beyond', 'run']).nullable(),
});
export type RecurrencePeriod = z.infer<typeof periodSchema>;

const recurrenceSchema = z.object({
  unit: z.enum(['week', 'month', 'quarter']),
  /** Name of the stage whose deployments count. */
  stage: z.string(),
  /** The first deployment that counts; null where none was told. */
  since: z.string().nullable(),
  periods: z.array(periodSchema),
  /** Recurrences by deployment over all periods that had one. */
  mean: z.number().nullable(),
  /** How many times as many recurrences a deployment has where deployments are twice as frequent; null where that cannot be said. */
  ratio: estimateSchema.extend({ evidence: z.boolean() }).nullable(),
  /** What the ratio says, or why there is none. */
  sentence: z.string(),
  /** Recurrences in periods without a deployment. */
  beside: z.number(),
});
export type RecurrenceView = z.infer<typeof recurrenceSchema>;

/** What depends on how long after the release is counted. */
const afterRelease = {
  /** The verdict and why. */
  sentence: z.string(),
  /** What to look at next: escaped defects of the worst release. */
  next: z.object({ words: z.string(), versionId: z.string() }).nullable(),
  /** Newest first. */
  releases: z.array(releaseSchema),
  /** What a projection rests on, releases whose window is over and their escapes; and how many there must be. */
  basis: z.object({ releases: z.number(), escapes: z.number(), least: z.object({ releases: z.number(), escapes: z.number() }) }),
};
const afterReleaseSchema = z.object(afterRelease);
export type EscapesAfter = z.infer<typeof afterReleaseSchema>;

export const escapesViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  revision: z.string(),
  ...afterRelease,
  /** The same for the other windows, so that no question is needed to turn to one. */
  alsoAfter: z.array(afterReleaseSchema.extend({ window: z.number() })),
  /** Every stage in promotion order; past the last one nothing can escape. */
  stages: z.array(z.object({ key: z.string(), name: z.string() })),
  /** Released versions to choose from, newest first. */
  choices: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Further ones, older than those listed. */
  older: z.number(),
  benchmarks: z.object({ mean: z.number(), best: z.number() }),
  matrix: matrixSchema,
  recurrence: recurrenceSchema,
  /** Defects that the viewer may see, and further ones. */
  defects: z.number(),
  hidden: z.number(),
});
export type EscapesView = z.infer<typeof escapesViewSchema>;

/** The same view, counted so many days after the release; as it is where it does not have them besides. */
export function escapesAfter(view: EscapesView, window: number): EscapesView {
  const { sentence, next, releases, basis } = view.alsoAfter.find((other) => other.window === window) ?? view;
  return { ...view, sentence, next, releases, basis };
}

export const escapeSelectionSchema = z.discriminatedUnion('kind', [
  /** Those of a release that stand behind one of its counts; `escaped` is what its rate counts. */
  z.object({
    kind: z.literal('release'),
    versionId: jiraIdSchema,
    which: z.enum(['escaped', 'before', 'users', 'untold', 'earlier', 'late', 'sooner', 'caught', 'past']),
  }),
  /** A cell of the matrix; null is all of a row or column. */
  z.object({ kind: z.literal('cell'), row: z.string().max(40).nullable(), column: z.string().max(40).nullable() }),
  /** What recurred in the period that begins then. */
  z.object({ kind: z.literal('recurrences'), start: z.iso.datetime() }),
]);
export type EscapeSelection = z.infer<typeof escapeSelectionSchema>;

export const escapeDefectsRequestSchema = projectRequestSchema.extend({ ...filters, selection: escapeSelectionSchema });
/** The defects behind a figure. */
export const escapeDefectsViewSchema = z.object({
  title: z.string(),
  /** At most 500, the newest. */
  ids: z.array(z.string()),
  total: z.number(),
});
export type EscapeDefectsView = z.infer<typeof escapeDefectsViewSchema>;

export const escapeCalls = {
  escapes: { request: escapesRequestSchema, view: escapesViewSchema },
  escapeDefects: { request: escapeDefectsRequestSchema, view: escapeDefectsViewSchema },
} as const;
