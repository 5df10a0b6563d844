import { z } from 'zod';
import { readinessRequestSchema } from './readiness';

/** Lists behind a part of the score are cut here; what there is in all is said beside them. */
export const mostScoreDefects = 500;

const scoreTermSchema = z.object({
  name: z.enum(['gates', 'targets', 'forecast', 'aging', 'validated']),
  title: z.string(),
  /** Whole numbers; `points` of all parts add up to the score. */
  points: z.number(),
  weight: z.number(),
  /** False where the evidence is missing: such a part gives nothing. */
  known: z.boolean(),
  /** What was counted, or what is missing: "7 of 12 conditions of the gates are met." */
  sentence: z.string(),
  /** Defects that cost points and that the viewer may see, the first 500. */
  defectIds: z.array(z.string()),
  total: z.number(),
  /** Others that Jira hides from the viewer. */
  hidden: z.number(),
});
export type ScoreTerm = z.infer<typeof scoreTermSchema>;

/** How ready a release is, 0 to 100, and of what that is made up. */
export const readinessScoreViewSchema = z.object({
  score: z.number(),
  /** Points that nobody can give for lack of evidence. */
  unknown: z.number(),
  terms: z.array(scoreTermSchema),
});
export type ReadinessScoreView = z.infer<typeof readinessScoreViewSchema>;

export const readinessScoreCalls = {
  readinessScore: { request: readinessRequestSchema, view: readinessScoreViewSchema },
} as const;
