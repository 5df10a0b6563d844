import { z } from 'zod';
import { projectRequestSchema } from './project';
import { stateSchema } from './screen';
import { previewRequestSchema } from './settings';

const flipSchema = z.object({
  projectKey: z.string(),
  /** Address of the project's pages, and the decision's place in its ledger. */
  projectId: z.string(),
  seq: z.number(),
  at: z.string(),
  version: z.string(),
  stage: z.string(),
  from: stateSchema,
  to: z.enum(['held', 'open']),
  /** Why, naming no issue: a clause. */
  because: z.string(),
  /** Defects behind it that the admin may see, at most 10; and how many others. */
  keys: z.array(z.string()),
  others: z.number(),
});
export type Flip = z.infer<typeof flipSchema>;

const replayedSchema = z.object({
  kind: z.literal('replayed'),
  /** "12 of 140 decisions would have gone the other way: 9 held, 3 opened." */
  sentence: z.string(),
  /** What the figures leave out, a sentence each. */
  notes: z.array(z.string()),
  judged: z.number(),
  held: z.number(),
  opened: z.number(),
  notKnown: z.number(),
  /** Newest first, at most 50. */
  flips: z.array(flipSchema),
});
export type ReplayedView = z.infer<typeof replayedSchema>;

/** `invalid`: the gates cannot stand, or may not be changed so; why, the preview says. */
const viewSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('invalid') }), replayedSchema]);

export const replayCalls = {
  /** What other settings would have made of the decisions of the last 90 days; for Jira admins. */
  replaySettings: { request: previewRequestSchema, view: viewSchema },
  /** What other rows would have made of the decisions of one project, and of no other; for who may change its gates. */
  replayProjectGates: { request: projectRequestSchema.extend({ rows: z.unknown() }), view: viewSchema },
} as const;
