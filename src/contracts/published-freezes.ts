import { z } from 'zod';

/**
 * The freezes that stand in a project, as they are published to its property `holdpoint.freezes` for who asks Jira alone. Everyone who may
 * browse the project can read it, so defects are there by their ids and nothing else.
 */
export const publishedFreezesSchema = z.object({
  schema: z.literal(1),
  releases: z.array(
    z.object({
      version: z.object({ id: z.string(), name: z.string() }),
      since: z.string(),
      /** Ids of defects that are in the release although they may not be there, and no exception lets them in. */
      keptOut: z.array(z.string()),
    }),
  ),
  /** Whether all of it is said; a property has room for so many. */
  isWhole: z.boolean(),
});
export type PublishedFreezes = z.infer<typeof publishedFreezesSchema>;

export const freezesProperty = 'holdpoint.freezes';
