import { z } from 'zod';
import { panelRequestSchema } from './panel';

/** How a defect behaves in each stage: a part of the panel in an issue. */
export const behaviourSchema = z.enum(['reproduced', 'not-reproduced', 'fixed', 'worked-around', 'unknown']);
export type BehaviourState = z.infer<typeof behaviourSchema>;

const cellSchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  /** What counts now. */
  state: behaviourSchema,
  source: z.enum(['person', 'sighting', 'run', 'deployment', 'workaround', 'nothing']),
  /** Since when; null where nothing was told. */
  at: z.string().nullable(),
  build: z.string().nullable(),
  because: z.string(),
  /** The newest word of a person; `accountId` is null for one whose data was erased. */
  said: z
    .object({
      state: behaviourSchema,
      build: z.string().nullable(),
      note: z.string(),
      at: z.string(),
      accountId: z.string().nullable(),
    })
    .nullable(),
  /** Why that word is out of date; null where it is not. */
  stale: z.string().nullable(),
  /** Builds that are deployed there now, the newest first: what a person most likely looked at. */
  deployed: z.array(z.string()),
});
export type BehaviourCellView = z.infer<typeof cellSchema>;

export const behavioursViewSchema = z.object({
  now: z.string(),
  /** Whether the viewer may edit the issue in Jira, and so say how it behaves. */
  mayEdit: z.boolean(),
  /** Of each stage of the settings, in their order. */
  cells: z.array(cellSchema),
});
export type BehavioursView = z.infer<typeof behavioursViewSchema>;

export const setBehaviourRequestSchema = panelRequestSchema.extend({
  /** Key of the stage. */
  stage: z.string().max(30),
  state: behaviourSchema,
  build: z.string().trim().max(200, 'The name of a build has at most 200 characters.'),
  note: z.string().trim().max(500, 'A note has at most 500 characters.'),
});
