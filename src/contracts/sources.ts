import { z } from 'zod';

/** Who may send deliveries: one pipeline, or one repository's webhooks. Names no secret. */
const sourceViewSchema = z.object({
  /** Lower-case letters, digits and dashes; the sender names it in X-Holdpoint-Source. */
  id: z.string(),
  name: z.string(),
  /** Whose scheme its messages are signed by. */
  kind: z.enum(['holdpoint', 'github', 'gitlab']),
  /** The one project that it may speak of; null is any. */
  projectId: z.string().nullable(),
  createdAt: z.string(),
  rotatedAt: z.string().nullable(),
  /** Until when the secret before this one is still taken; null where there is none. */
  overlapUntil: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastDeliveryAt: z.string().nullable(),
  /** Deliveries that wait, and that could not be used, of the last 30 days. */
  waiting: z.number(),
  unusable: z.number(),
  /** For GitHub and GitLab: the address to enter there. */
  webhookUrl: z.string().nullable(),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

export const sourcesViewSchema = z.object({
  sources: z.array(sourceViewSchema),
  projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  /** The last deliveries that could not be used: when, from whom, what is wrong. */
  problems: z.array(z.object({ at: z.string(), source: z.string(), type: z.string(), because: z.string() })),
  now: z.string(),
});

export const createSourceRequestSchema = z.object({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['holdpoint', 'github', 'gitlab']),
  projectId: z.string().max(20).nullable(),
});
export const rotateSourceRequestSchema = z.object({
  id: z.string().max(60),
  /** How long the old secret still counts, in hours. */
  overlapHours: z.number().int().min(0).max(168),
});
export const revokeSourceRequestSchema = z.object({ id: z.string().max(60) });

/** A secret is shown once, in the answer to what made it. */
export const sourceSecretViewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('made'),
    id: z.string(),
    /** HOLDPOINT_CONNECTION; null for GitHub and GitLab. */
    connection: z.string().nullable(),
    /** For GitHub and GitLab: the secret to enter there. */
    webhookSecret: z.string().nullable(),
    webhookUrl: z.string().nullable(),
  }),
  /** E.g. a source of that name is there already. */
  z.object({ kind: z.literal('refused'), because: z.string() }),
]);
export type SourceSecretView = z.infer<typeof sourceSecretViewSchema>;
