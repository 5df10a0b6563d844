import { z } from 'zod';
import { panelRequestSchema } from './panel';

const defectSchema = z.object({ id: z.string(), key: z.string(), summary: z.string(), open: z.boolean() });

/** What would become of two defects that somebody says are the same. */
const planSchema = z.object({
  /** Keys of the one that stays, and of the one that becomes its duplicate. */
  canonical: z.string(),
  duplicate: z.string(),
  /** Whether the duplicate is open, so that a merge closes it. */
  closes: z.boolean(),
  /** The duplicate's severity, where it is worse than the other's. */
  raise: z.object({ from: z.string(), to: z.string() }).nullable(),
});
export type DuplicatePlan = z.infer<typeof planSchema>;

const suggestionSchema = z.object({
  ...defectSchema.shape,
  /** E.g. "Likely duplicate". */
  confidence: z.string(),
  /** Whether it is said to be a likely duplicate. */
  likely: z.boolean(),
  status: z.string(),
  /** Names of the released versions in which it was fixed. */
  released: z.array(z.string()),
  /** What speaks for it. */
  words: z.array(z.string()),
  frames: z.array(z.string()),
  environments: z.array(z.string()),
  sameFailure: z.boolean(),
  sameComponent: z.boolean(),
  /** What happens as things are, and where it is closed, what happens where it is opened again. */
  plan: planSchema,
  reopened: planSchema.nullable(),
});
export type DuplicateSuggestion = z.infer<typeof suggestionSchema>;

/** Defects that may be the same as one: a part of the panel in an issue. */
export const duplicatesViewSchema = z.object({
  now: z.string(),
  key: z.string(),
  open: z.boolean(),
  /** Whether the viewer may edit the issue in Jira, and so say what it is. */
  mayEdit: z.boolean(),
  /** What this is a duplicate of; null where it stands for itself. */
  canonical: defectSchema.nullable(),
  /** Others that are the same, as far as the viewer may see them. */
  same: z.array(defectSchema.extend({ said: z.enum(['linked', 'merging', 'merged']) })),
  /** A merge that stopped half-way, to be gone on with. */
  unfinished: z.object({ otherId: z.string(), plan: planSchema }).nullable(),
  /** Most likely first, at most 5. */
  suggestions: z.array(suggestionSchema),
  /** How often suggestions held in this project. */
  help: z.string(),
});
export type DuplicatesView = z.infer<typeof duplicatesViewSchema>;

export const markDuplicateRequestSchema = panelRequestSchema.extend({
  otherId: z.string().max(20),
  how: z.enum(['link', 'merge']),
  reopen: z.boolean(),
  raise: z.boolean(),
});
export const refuseDuplicateRequestSchema = panelRequestSchema.extend({ otherId: z.string().max(20) });

/** What was done, and what Jira did not let the person do, in words. */
export const markedViewSchema = z.object({ done: z.string(), left: z.array(z.string()) });

/** Calls of the part of the panel. */
export const duplicateCalls = {
  duplicates: { request: panelRequestSchema, view: duplicatesViewSchema },
  markDuplicate: { request: markDuplicateRequestSchema, view: markedViewSchema },
  refuseDuplicate: { request: refuseDuplicateRequestSchema, view: markedViewSchema },
} as const;
