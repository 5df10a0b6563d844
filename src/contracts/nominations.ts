import { z } from 'zod';
import { panelRequestSchema } from './panel';
import { jiraIdSchema } from './project';
import { severitySchema } from './screen';

/** Blockers that people nominate: asked for in the panel of an issue, decided on the screen of a release. */
const stateSchema = z.enum(['asked', 'granted', 'refused']);
/** Account id; null for somebody who was erased. */
const eventsSchema = z.array(z.object({ act: stateSchema, at: z.string(), who: z.string().nullable(), because: z.string() }));
const because = z.string().max(1000, 'At most 1,000 characters.');
const versionSchema = z.object({ id: z.string(), name: z.string() });

export const nominationsViewSchema = z.object({
  now: z.string(),
  mayDecide: z.boolean(),
  /** Of defects that the viewer may see; those that wait first. */
  nominations: z.array(
    z.object({
      defect: z.object({
        ...{ id: z.string(), key: z.string(), summary: z.string(), open: z.boolean() },
        severity: severitySchema.nullable(),
      }),
      state: stateSchema,
      events: eventsSchema,
    }),
  ),
  /** Of defects that the viewer may not see. */
  hidden: z.number(),
});
export type NominationsView = z.infer<typeof nominationsViewSchema>;

export const defectNominationsViewSchema = z.object({
  now: z.string(),
  mayNominate: z.boolean(),
  /** Releases that are still to come, the next one first. */
  releases: z.array(versionSchema),
  nominations: z.array(z.object({ version: versionSchema, state: stateSchema, events: eventsSchema })),
});
export type DefectNominationsView = z.infer<typeof defectNominationsViewSchema>;

/** What became of it, in words for the person who acted. */
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), sentence: z.string() }),
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);

export const nominationCalls = {
  nominations: { request: z.object({ projectId: jiraIdSchema, versionId: jiraIdSchema }), view: nominationsViewSchema },
  defectNominations: { request: panelRequestSchema, view: defectNominationsViewSchema },
  nominate: { request: panelRequestSchema.extend({ versionId: jiraIdSchema, because }), view: outcomeSchema },
  decideNomination: {
    request: z.object({
      ...{ projectId: jiraIdSchema, versionId: jiraIdSchema, defectId: jiraIdSchema },
      ...{ act: z.enum(['granted', 'refused']), because },
    }),
    view: outcomeSchema,
  },
} as const;
