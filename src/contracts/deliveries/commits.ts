import { z } from 'zod';
import { commitSchema, envelope, instantSchema, nameSchema } from './envelope';

/** A push: commits that a branch now has. */
export const commitsDeliverySchema = z.object({
  ...envelope,
  /** Name of the repository. */
  repository: nameSchema.default('default'),
  branch: nameSchema,
  commits: z
    .array(
      z.object({
        sha: commitSchema,
        at: instantSchema,
        /** Subject and body; what is beyond 4,000 characters is cut. */
        message: z
          .string()
          .max(100_000)
          .transform((text) => text.slice(0, 4000)),
        /** Who wrote it: told apart are only people and bots; it is not stored. */
        author: z.string().max(300).default(''),
        /** How many parents it has; two or more make a merge. */
        parents: z.number().int().min(0).max(100).default(1),
      }),
    )
    .max(1000),
});
export type CommitsDelivery = z.infer<typeof commitsDeliverySchema>;
