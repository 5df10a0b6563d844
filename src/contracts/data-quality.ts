import { z } from 'zod';
import { projectSchema, storeStateSchema } from './screen';

/** The screen *Data quality*: what in Jira's own data makes figures doubtful. */
export const qualityCheckSchema = z.object({
  id: z.enum([
    'changed-after-done',
    'resolved-before-created',
    'done-without-resolution-date',
    'status-unknown',
    'severity-unknown',
    'severity-missing',
    'clocks-disagree',
    'tier-unknown',
    'not-visible',
  ]),
  title: z.string(),
  /** What is counted, and why it matters. */
  definition: z.string(),
  /** What to do about it. */
  action: z.string(),
  /** Defects found that the viewer may see (at most 100 of them, worst first), and how many there are in all. */
  defects: z.array(z.object({ id: z.string(), key: z.string(), summary: z.string(), note: z.string() })),
  count: z.number(),
  /** Further ones that the viewer may not see. */
  hidden: z.number(),
});
export type QualityCheck = z.infer<typeof qualityCheckSchema>;

export const dataQualityViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  /** The verdict in words. */
  sentence: z.string(),
  /** Defects that were looked at and the viewer may see. */
  checked: z.number(),
  checks: z.array(qualityCheckSchema),
  /** How well suggested duplicates hold. */
  duplicates: z.object({
    sentence: z.string(),
    /** Suggestions that were shown, by their place; none where none was. */
    places: z.array(z.object({ place: z.number(), shown: z.number(), accepted: z.number(), refused: z.number() })),
  }),
});
export type DataQualityView = z.infer<typeof dataQualityViewSchema>;
