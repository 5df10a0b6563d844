import { z } from 'zod';

/** What the gates would have said of the last releases: value on the first day, before anything is enforced. */
export const pastReleaseSchema = z.object({
  version: z.object({ id: z.string(), name: z.string(), releaseDate: z.string() }),
  /** Stages in promotion order, judged by today's settings on what was known at the end of the release date. */
  stages: z.array(
    z.object({
      stage: z.object({ key: z.string(), name: z.string() }),
      state: z.enum(['open', 'held', 'unknown']),
      sentence: z.string(),
    }),
  ),
  /** Defects of the release that were not done when it was released. */
  openAtRelease: z.number(),
  /** Defects that name the release as affected and were reported after it. */
  escaped: z.object({ S1: z.number(), S2: z.number(), S3: z.number(), S4: z.number(), none: z.number() }),
  /** The escaped ones in Jira's own search. */
  jql: z.string(),
});
export type PastRelease = z.infer<typeof pastReleaseSchema>;

export const lookBackSchema = z.object({
  at: z.string(),
  /** "7 of the last 9 releases would have been held for production; 31 defects escaped from them." */
  sentence: z.string(),
  /** Newest first, at most ten. */
  releases: z.array(pastReleaseSchema),
});
export type LookBack = z.infer<typeof lookBackSchema>;
