import { z } from 'zod';
import { commitSchema, envelope, instantSchema, nameSchema, origin } from './envelope';

/** A build: what came out of which commit. The newest delivery about a build holds. */
export const buildDeliverySchema = z.object({
  ...envelope,
  ...origin,
  build: nameSchema,
  state: z.enum(['in-progress', 'successful', 'failed', 'cancelled']).default('successful'),
  startedAt: instantSchema.nullable().default(null),
  finishedAt: instantSchema.nullable().default(null),
  /** Commits that are in this build and were not in the one before it. */
  changes: z.array(commitSchema).max(2000).default([]),
  /** Whether what it does to stored data can be taken back; null where the pipeline does not say. */
  migrations: z.enum(['none', 'reversible', 'irreversible']).nullable().default(null),
});
export type BuildDelivery = z.infer<typeof buildDeliverySchema>;
