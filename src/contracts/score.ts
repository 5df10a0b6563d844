import { z } from 'zod';
import { jiraIdSchema } from './project';
import { scoringSettingsSchema } from './scoring-settings';

/** The weighted priority of a defect: a part of the panel, and what other weights would make of a project. */
export const scoreTermNames = ['severity', 'recurrence', 'users', 'exposure', 'workaround', 'age'] as const;
export type ScoreTermName = (typeof scoreTermNames)[number];

const changeSchema = z.object({
  at: z.string(),
  /** Points, more or fewer. */
  by: z.number(),
  /** E.g. `reproduced in Production`. */
  because: z.string(),
});

export const scoreViewSchema = z.object({
  now: z.string(),
  /** Null while it has none. */
  score: z
    .object({
      /** 0 to 100. */
      score: z.number(),
      /** Done defects keep their last score. */
      open: z.boolean(),
      /** In the order in which the bar shows them; their points add up to the score. */
      terms: z.array(
        z.object({
          term: z.enum(scoreTermNames),
          points: z.number(),
          /** Percent: the most points that it can add. */
          weight: z.number(),
          /** Nobody said: it counts as middling. */
          missing: z.boolean(),
          /** Where it came from; of what is missing, what to do. */
          source: z.string(),
        }),
      ),
      /** Its last changes, newest first. */
      changes: z.array(changeSchema),
    })
    .nullable(),
});
export type ScoreView = z.infer<typeof scoreViewSchema>;

export const scorePreviewRequestSchema = z.object({ projectId: jiraIdSchema, scoring: scoringSettingsSchema });

/** Values of each term, in the order of `scoreTermNames`, in ten-thousandths, one for each defect. */
const columnsSchema = z.array(z.array(z.number()));

/** What scores are made of, so that the browser can weigh it anew while a weight is dragged. */
export const scorePreviewViewSchema = z.object({
  now: z.string(),
  /** Open defects. */
  open: z.object({ ids: z.array(z.string()), values: columnsSchema }),
  /** Defects that are done, as they were known in their first days, and what became of them. */
  past: z.object({
    values: columnsSchema,
    /** 1 where users saw it after a release, else 0. */
    escaped: z.array(z.number()),
    /** How often it was opened again. */
    reopened: z.array(z.number()),
    /** Hours from its creation to its end. */
    hours: z.array(z.number()),
  }),
});
export type ScorePreviewView = z.infer<typeof scorePreviewViewSchema>;

export const scoreTitlesRequestSchema = z.object({ projectId: jiraIdSchema, ids: z.array(jiraIdSchema).max(100) });
/** Only those that the viewer may see. */
export const scoreTitlesViewSchema = z.object({
  titles: z.array(z.object({ id: z.string(), key: z.string(), title: z.string() })),
});

export { reweighted } from '../kernel/weighted-score';
export { fewestPairs, rankCorrelation } from '../kernel/rank-correlation';
