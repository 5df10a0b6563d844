import { z } from 'zod';
import { jiraIdSchema } from './project';
import {
  triageChoiceSchema,
  triageDecisionSchema,
  triagePersonSchema as person,
  triageRowSchema,
  triageTargetSchema,
} from './triage-row';

/** Who sits at the table. */
export const triageRoles = ['development', 'qa', 'operations'] as const;
export const triageRoleSchema = z.enum(triageRoles);
export type TriageRole = z.infer<typeof triageRoleSchema>;

/** 1 (hardly any) to 5 (very high). */
const rating = z.number().int().min(1).max(5);
const instant = z.string();
const sessionId = z.string().regex(/^[0-9a-f-]{36}$/);
const sessionRequestSchema = z.object({ sessionId });
const itemRequestSchema = z.object({ sessionId, defectId: jiraIdSchema });

/** Without `defectIds` the first 100 of the queue that everybody who may browse the project can see are taken. */
export const openSessionRequestSchema = z.object({
  projectId: jiraIdSchema,
  title: z.string().trim().min(1, 'Give it a name.').max(100, 'A name has at most 100 characters.'),
  role: triageRoleSchema,
  defectIds: z.array(jiraIdSchema).max(200).nullable().default(null),
});
export const joinSessionRequestSchema = z.object({ sessionId, role: triageRoleSchema });
/** `known` is the revision that the screen shows: the same one is answered without the session. */
export const sessionViewRequestSchema = z.object({ sessionId, known: z.string().max(200).nullable().default(null) });
export const voteRequestSchema = itemRequestSchema.extend({ risk: rating, impact: rating });
export const revealRequestSchema = itemRequestSchema;
export const skipRequestSchema = itemRequestSchema;
/** Makes an item the one that everybody looks at: the one before (without `defectId`), or one that is chosen. */
export const backRequestSchema = z.object({ sessionId, defectId: jiraIdSchema.nullable().default(null) });
export const closeSessionRequestSchema = sessionRequestSchema;
/** `sessionId` is null where the panel or the queue decides without a session. */
export const decideTriageRequestSchema = z.object({
  defectId: jiraIdSchema,
  sessionId: sessionId.nullable().default(null),
  /** Id of the standing decision that the screen shows, where it is to be replaced; another one meanwhile is a refusal. */
  replaces: z.string().max(64).nullable().default(null),
  choice: triageChoiceSchema,
});

const ratingsSchema = z.object({ risk: rating, impact: rating });

export const triageItemSchema = z.object({
  row: triageRowSchema,
  state: z.enum(['waiting', 'voting', 'revealed', 'decided']),
  /** How often the group went on without deciding it. */
  skipped: z.number(),
  /** How many have rated it; who did is told as `voted` of the people, for the current item. */
  votes: z.number(),
  /** What the viewer said. */
  mine: ratingsSchema.nullable(),
  /** What everybody said; null until it is revealed. */
  revealed: z
    .object({
      ratings: z.array(ratingsSchema.extend({ person, role: triageRoleSchema, me: z.boolean() })),
      /** The middle of the ratings, in halves; null where nobody rated. */
      risk: z.number().nullable(),
      impact: z.number().nullable(),
      disagreement: z.object({ risk: z.boolean(), impact: z.boolean() }),
    })
    .nullable(),
});
export type TriageItem = z.infer<typeof triageItemSchema>;

export const sessionSchema = z.object({
  kind: z.literal('session'),
  now: instant,
  revision: z.string(),
  /** Grows with what happens in the session: of two answers that overtake each other, the one with the greater number is newer. */
  step: z.number(),
  id: z.string(),
  projectId: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  startedAt: instant,
  closedAt: instant.nullable(),
  /** The viewer's own role; null until joined (`joinSession`). */
  role: triageRoleSchema.nullable(),
  /** `present` is who asked for the session within the last minute; `voted` is about the current item. */
  people: z.array(z.object({ person, role: triageRoleSchema, me: z.boolean(), present: z.boolean(), voted: z.boolean() })),
  /** The defect that everybody looks at; null at the end of the queue. */
  currentId: z.string().nullable(),
  /** The others look at a defect that the viewer may not see. */
  elsewhere: z.boolean(),
  /** In the order in which they are taken, those that the viewer may see, everything for the next ones included. */
  items: z.array(triageItemSchema),
  decided: z.number(),
  left: z.number(),
  targets: z.array(triageTargetSchema),
});
export type TriageSession = z.infer<typeof sessionSchema>;

export const sessionViewSchema = z.discriminatedUnion('kind', [
  sessionSchema,
  /** Nothing changed since `known`. */
  z.object({ kind: z.literal('same'), revision: z.string() }),
]);

/** Every act in a session answers with the session after it. `refused` says in words why it was not done, e.g. a rating that came late. */
export const sessionActViewSchema = z.object({ session: sessionSchema, refused: z.string().nullable() });
export type SessionActView = z.infer<typeof sessionActViewSchema>;

export const decideTriageViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decided'), decision: triageDecisionSchema, session: sessionSchema.nullable() }),
  /** E.g. somebody else decided it a moment ago, or Jira does not take the version. Finished. */
  z.object({ kind: z.literal('refused'), because: z.string(), session: sessionSchema.nullable() }),
]);

/** The calls of a session, and the decision, which needs none. */
export const triageSessionCalls = {
  /** Opens a session; who opens it has joined it. */
  openSession: { request: openSessionRequestSchema, view: sessionActViewSchema },
  joinSession: { request: joinSessionRequestSchema, view: sessionActViewSchema },
  /** Repeated every second or two while the board is open; also says that its viewer is present. */
  sessionView: { request: sessionViewRequestSchema, view: sessionViewSchema },
  vote: { request: voteRequestSchema, view: sessionActViewSchema },
  reveal: { request: revealRequestSchema, view: sessionActViewSchema },
  skip: { request: skipRequestSchema, view: sessionActViewSchema },
  back: { request: backRequestSchema, view: sessionActViewSchema },
  /** The minutes are written on the issues afterwards. */
  closeSession: { request: closeSessionRequestSchema, view: sessionActViewSchema },
  decideTriage: { request: decideTriageRequestSchema, view: decideTriageViewSchema },
} as const;
