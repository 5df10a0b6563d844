import { z } from 'zod';
import { failureStateSchema } from './defect-trail';
import { deploymentRowSchema } from './release-deployments';
import { projectSchema, severitySchema } from './screen';

/** The screen *Pipelines*: what pipelines told of a project. */
export const runViewSchema = z.object({
  suite: z.string(),
  service: z.string(),
  environment: z.string(),
  stage: z.string().nullable(),
  run: z.string(),
  at: z.string(),
  version: z.string().nullable(),
  build: z.string().nullable(),
  tests: z.number(),
  /** Failed and stayed failed, or could not run. */
  failed: z.number(),
  /** Failed, and passed when it was tried again. */
  flaky: z.number(),
  skipped: z.number(),
  /** What the failures come down to. */
  causes: z.number(),
  state: z.enum(['passed', 'flaky', 'failed', 'empty']),
  /** The runs of the same suite and environment before it, newest first, at most 9. */
  before: z.array(z.object({ run: z.string(), at: z.string(), state: z.enum(['passed', 'flaky', 'failed', 'empty']) })),
});
export type RunView = z.infer<typeof runViewSchema>;

export const failureViewSchema = z.object({
  fingerprint: z.string(),
  title: z.string(),
  state: failureStateSchema,
  /** What was decided last, and why, in a sentence. */
  because: z.string(),
  /** The defect that it became. */
  issueKey: z.string().nullable(),
  /** When closing the defect was proposed. */
  closingProposedAt: z.string().nullable(),
  /** How often and in how many runs; null where its sightings have been forgotten. */
  seen: z
    .object({
      times: z.number(),
      runs: z.number(),
      first: z.string(),
      last: z.string(),
      environments: z.array(z.object({ name: z.string(), stage: z.string().nullable() })),
    })
    .nullable(),
});
export type FailureView = z.infer<typeof failureViewSchema>;

export const buildViewSchema = z.object({
  service: z.string(),
  build: z.string(),
  version: z.string().nullable(),
  branch: z.string().nullable(),
  commit: z.string().nullable(),
  state: z.enum(['in-progress', 'successful', 'failed', 'cancelled']),
  at: z.string(),
  /** Commits that it brought. */
  changes: z.number(),
});
export type BuildView = z.infer<typeof buildViewSchema>;

export const incidentViewSchema = z.object({
  incident: z.string(),
  title: z.string(),
  severity: severitySchema,
  environment: z.string(),
  stage: z.string().nullable(),
  version: z.string().nullable(),
  startedAt: z.string(),
  resolvedAt: z.string().nullable(),
  usersAffected: z.number().nullable(),
  /** The Jira issue that stands for it. */
  issueKey: z.string().nullable(),
});
export type IncidentView = z.infer<typeof incidentViewSchema>;

export const pipelinesViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  /** Whether anything was told at all. */
  told: z.boolean(),
  /** What is worth knowing first, in a sentence or two. */
  sentence: z.string(),
  /** What each service has live in each environment, in the order of services and stages. */
  live: z.array(deploymentRowSchema),
  /** The newest run of each suite in each environment, those that failed first. */
  runs: z.array(runViewSchema),
  /** Failures by their last change, newest first. */
  failures: z.array(failureViewSchema),
  /** Further ones whose defect the viewer may not see. */
  hiddenFailures: z.number(),
  builds: z.array(buildViewSchema),
  incidents: z.array(incidentViewSchema),
  /** Further ones that stand for issues which the viewer may not see. */
  hiddenIncidents: z.number(),
  /** Ids of the project's releases by name, for links. */
  releases: z.record(z.string(), z.string()),
  revision: z.string(),
});
export type PipelinesView = z.infer<typeof pipelinesViewSchema>;
