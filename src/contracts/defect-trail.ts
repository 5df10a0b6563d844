import { z } from 'zod';

/** What pipelines told of one defect: a part of the panel in an issue. */
export const failureStateSchema = z.enum(['tracked', 'filing', 'filed', 'known', 'broken-run']);

export const defectTrailViewSchema = z.object({
  now: z.string(),
  /** Null where it was never seen by tests, users or monitoring. */
  sightings: z
    .object({
      times: z.number(),
      first: z.string(),
      last: z.string(),
      /** Most often first. */
      environments: z.array(z.object({ name: z.string(), stage: z.string().nullable(), times: z.number() })),
      /** Newest first, at most 5; `more` of them are left out. */
      builds: z.array(z.object({ build: z.string(), times: z.number() })),
      moreBuilds: z.number(),
      /** The last ones, newest first, at most 5. */
      latest: z.array(
        z.object({
          at: z.string(),
          environment: z.string(),
          stage: z.string().nullable(),
          build: z.string().nullable(),
          /** Name of the run of tests; null where something else saw it. */
          run: z.string().nullable(),
          times: z.number(),
          /** How often of those it passed when it was tried again. */
          flaky: z.number(),
        }),
      ),
    })
    .nullable(),
  /** The failures of tests that this defect stands for. */
  failures: z.array(
    z.object({
      /** Null where the defect stands for broken runs. */
      fingerprint: z.string().nullable(),
      title: z.string(),
      /** What was decided last, and why. */
      because: z.string(),
      /** Broken runs that it stands for. */
      runs: z.number(),
      /** When closing it was proposed, because its tests are green again. */
      closingProposedAt: z.string().nullable(),
    }),
  ),
  /** Commits that name it, newest first, at most 5. */
  commits: z.array(
    z.object({
      sha: z.string(),
      at: z.string(),
      branches: z.array(z.string()),
      /** First line of its message; null where it names issues that the viewer may not see. */
      subject: z.string().nullable(),
    }),
  ),
  moreCommits: z.number(),
  /** The first builds that have all of these commits. */
  builds: z.array(
    z.object({
      service: z.string(),
      build: z.string(),
      version: z.string().nullable(),
      at: z.string(),
      /** False where it is only the next build of the branch. */
      told: z.boolean(),
    }),
  ),
  /** Where they have been deployed, in the order of the stages; empty where there is no such build. */
  places: z.array(
    z.object({
      environment: z.string(),
      stage: z.string().nullable(),
      state: z.enum(['live', 'earlier', 'taken-back', 'not-yet']),
      at: z.string().nullable(),
      exposure: z.union([z.number(), z.literal('dark'), z.literal('untold')]),
    }),
  ),
});
export type DefectTrailView = z.infer<typeof defectTrailViewSchema>;
