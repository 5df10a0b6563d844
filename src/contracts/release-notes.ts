import { z } from 'zod';
import { jiraIdSchema } from './project';
import { readinessRequestSchema } from './readiness';
import { severitySchema } from './screen';

/** What a release brings, ships with and leaves behind: a part of its readiness. */
const notedSchema = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  severity: severitySchema.nullable(),
  /** How often it was moved from release to release. */
  slips: z.number(),
  deferral: z.object({ until: z.string(), target: z.string(), control: z.string().nullable() }).nullable(),
});
export type NotedDefectView = z.infer<typeof notedSchema>;

export const releaseNotesViewSchema = z.object({
  fixed: z.array(notedSchema),
  known: z.array(notedSchema),
  left: z.array(notedSchema),
  /** Fixed and known ones as Markdown. */
  text: z.string(),
  /** Defects of the release that the viewer may not see: none of the lists has them. */
  hidden: z.number(),
  /** Unreleased versions that what is left can move to, the nearest first. */
  targets: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ReleaseNotesView = z.infer<typeof releaseNotesViewSchema>;

/** So many move in one call, each with a request of its own to Jira. */
export const mostMovedAtOnce = 20;

export const rollOverRequestSchema = readinessRequestSchema.extend({
  issueIds: z.array(jiraIdSchema).min(1).max(mostMovedAtOnce),
  toVersionId: jiraIdSchema,
  because: z.string().trim().min(3, 'Say why.').max(1000),
});
export const rollOverViewSchema = z.object({
  /** One for each that was asked for, in the same order; `problem` is null where it moved. */
  results: z.array(z.object({ issueId: z.string(), key: z.string().nullable(), problem: z.string().nullable() })),
});
export type RollOverView = z.infer<typeof rollOverViewSchema>;

export const releaseNotesCalls = {
  releaseNotes: { request: readinessRequestSchema, view: releaseNotesViewSchema },
  /** Moves what is left to another release, as the viewer. */
  rollOver: { request: rollOverRequestSchema, view: rollOverViewSchema },
} as const;
