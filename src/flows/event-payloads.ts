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

export const versionEventSchema = z.object({ eventType: z.string(), version: z.object({ id, projectId: id }) });

export const projectEventSchema = z.object({
  eventType: z.string(),
  project: z.object({ id, key: z.string(), name: z.string() }),
});

export const changeMessageSchema = z.object({
  body: z.object({ kind: z.enum(['changed', 'read', 'evaluate']), projectId: z.string() }),
  retryContext: z.object({ retryCount: z.number() }).optional(),
});
