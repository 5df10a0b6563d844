import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);

/** Product events as Forge sends them (events reference, Jira): only what is needed, and only that is relied on. */
export const issueEventSchema = z.object({
  eventType: z.string(),
  issue: z.object({
    id,
    fields: z.object({
      project: z.object({ id, key: z.string(), name: z.string().optional() }),
      issuetype: z.object({ name: z.string() }).optional(),
    }),
  }),
});

const version = z.object({ id, projectId: id, name: z.string().default('') });

/**
 * With a merge, `version` is the one that is left and `mergedVersion` the one that is gone; its deletion is told too, the other way
 * round.
 */
export const versionEventSchema = z.object({ eventType: z.string(), version, mergedVersion: version.nullish() });

export const projectEventSchema = z.object({
  eventType: z.string(),
  project: z.object({ id, key: z.string(), name: z.string() }),
});

/** `avi:jira:failed:expression`: a rule of the app on a transition could not be evaluated (Forge's events reference). */
export const failedExpressionSchema = z.object({
  /** The module's ARI, which ends with its key. */
  extensionId: z.string(),
  workflowName: z.string().nullish(),
  errorMessages: z.array(z.string()).nullish(),
  context: z.object({ transition: z.object({ name: z.string().nullish() }).nullish() }).nullish(),
});

export const changeMessageSchema = z.object({
  body: z.object({
    kind: z.enum([
      'changed',
      'read',
      'evaluate',
      'look-back',
      'tell',
      'score',
      'write-scores',
      'triage',
      'duplicates',
      'drill',
      'move-defects',
    ]),
    projectId: z.string(),
  }),
  retryContext: z.object({ retryCount: z.number() }).optional(),
});
