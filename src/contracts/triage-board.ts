import { z } from 'zod';
import { jiraIdSchema, projectRequestSchema } from './project';
import { severitySchema, storeStateSchema } from './screen';
import { triageCycleSchema } from './triage-settings';

/** Who sits at the table. */
export const triageRoles = ['development', 'qa', 'operations'] as const;
export const triageRoleSchema = z.enum(triageRoles);
export type TriageRole = z.infer<typeof triageRoleSchema>;

/** 1 (hardly any) to 5 (very high). */
const rating = z.number().int().min(1).max(5);
const instant = z.string();
/** Account id; screens ask Jira for the name as the viewer. Null for a person whose data was erased, or for the app itself. */
const person = z.string().nullable();

export const triageDecisionKinds = ['fix-now', 'defer', 'duplicate', 'not-a-defect', 'need-information'] as const;
export const triageDecisionKindSchema = z.enum(triageDecisionKinds);
export type TriageDecisionKind = z.infer<typeof triageDecisionKindSchema>;

const note = z.string().trim().max(500, 'A note has at most 500 characters.').default('');

/** What a person decides. */
export const triageChoiceSchema = z.discriminatedUnion('kind', [
  /** Sets the fix version in Jira as the viewer; the others it had stay. */
  z.object({ kind: z.literal('fix-now'), versionId: jiraIdSchema, note }),
  /** Says that the group decided so. The deferral itself is asked for by the deferral dialog (`DeferDialog`), which checks its rationale. */
  z.object({ kind: z.literal('defer'), note }),
  /** `key` of the defect that stays. */
  z.object({
    kind: z.literal('duplicate'),
    key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,30}-\d{1,12}$/, 'Write a key such as SHOP-12.'),
    note,
  }),
  /** Leaves a comment that recommends closing; nothing is transitioned. */
  z.object({ kind: z.literal('not-a-defect'), note }),
  /** Asks a person; answered or expired, the defect comes back to the queue. */
  z.object({
    kind: z.literal('need-information'),
    question: z.string().trim().min(5, 'Write the question.').max(500, 'A question has at most 500 characters.'),
    /** Account id of the person asked. */
    person: z.string().min(1).max(128),
    /** Days until it expires. */
    days: z.number().int().min(1).max(30),
  }),
]);
export type TriageChoice = z.input<typeof triageChoiceSchema>;

export const triageQuestionSchema = z.object({
  id: z.string(),
  defectId: z.string(),
  text: z.string(),
  askedBy: person,
  asked: person,
  /** Whether the viewer is the one who was asked. */
  mine: z.boolean(),
  askedAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'answered', 'expired']),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
});
export type TriageQuestion = z.infer<typeof triageQuestionSchema>;

export const triageDecisionSchema = z.object({
  id: z.string(),
  kind: triageDecisionKindSchema,
  /** Finished, e.g. "Fix now, in 4.2.0." */
  sentence: z.string(),
  by: person,
  /** Set where nobody decided and the recommendation was accepted at the end of its window. */
  byDefault: z.boolean(),
  at: instant,
  note: z.string(),
  /** `lapsed` once what it rested on changed, `replaced` once somebody decided anew. */
  state: z.enum(['stands', 'lapsed', 'replaced']),
  /** Why it lapsed, finished. */
  because: z.string().nullable(),
  versionId: z.string().nullable(),
});
export type TriageDecision = z.infer<typeof triageDecisionSchema>;

/** How long people have to decide; a clock that stopped shows when it was decided. */
export const triageClockSchema = z.object({
  /** `none` where no window is set, `stopped` where it is decided. */
  state: z.enum(['none', 'running', 'warned', 'overdue', 'escalated', 'stopped']),
  cycle: triageCycleSchema,
  startedAt: instant,
  warnAt: instant.nullable(),
  dueAt: instant.nullable(),
  /** When the recommendation is accepted without anybody; null where it never is. */
  acceptAt: instant.nullable(),
  windowMinutes: z.number().nullable(),
  counted: z.enum(['around-the-clock', 'working-time']),
  stoppedAt: instant.nullable(),
});
export type TriageClock = z.infer<typeof triageClockSchema>;

/** What Holdpoint would decide, and why. It is never to defer. */
export const triageRecommendationSchema = z.object({
  kind: z.enum(['fix-now', 'none']),
  versionId: z.string().nullable(),
  /** Finished, e.g. "Fix now in 4.2.0: S1, score 82, its resolution target passes in 4 hours." */
  sentence: z.string(),
});

/** A defect as the queue and the board show it. */
export const triageRowSchema = z.object({
  defectId: z.string(),
  key: z.string(),
  summary: z.string(),
  status: z.string(),
  /** Null counts as S1. */
  severity: severitySchema.nullable(),
  createdAt: instant,
  /** 0 to 100; null while it was not computed yet. */
  score: z.number().nullable(),
  slaDueAt: instant.nullable(),
  overdue: z.boolean(),
  /** Account id of who owns the decision; null while nobody is known. */
  owner: z.string().nullable(),
  fixVersions: z.array(z.object({ id: z.string(), name: z.string() })),
  clock: triageClockSchema,
  /** The newest decision, a lapsed one too: its reason says why the defect is back. */
  decision: triageDecisionSchema.nullable(),
  question: triageQuestionSchema.nullable(),
  recommendation: triageRecommendationSchema,
  /** It was revealed in a session, ratings were more than one step apart, and nothing was decided. */
  disagreement: z.boolean(),
});
export type TriageRow = z.infer<typeof triageRowSchema>;

/** A release that a defect can be fixed in: unreleased and not archived, nearest first. */
const targetSchema = z.object({
  id: z.string(),
  name: z.string(),
  releaseDate: z.string().nullable(),
  cycle: triageCycleSchema,
});

const sessionId = z.string().regex(/^[0-9a-f-]{36}$/);
const sessionRequestSchema = z.object({ sessionId });
const itemRequestSchema = z.object({ sessionId, defectId: jiraIdSchema });

export const triageQueueRequestSchema = projectRequestSchema;
export const triageQueueViewSchema = z.object({
  now: instant,
  project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  store: storeStateSchema,
  /** What waits for a decision, in the order in which it is taken; at most 200 of those that the viewer may see. */
  rows: z.array(triageRowSchema),
  /** Further ones that are not shown. */
  more: z.number(),
  targets: z.array(targetSchema),
  /** Sessions that are open, newest first; past ones follow in `closed`, newest first, at most 10. */
  open: z.array(z.object({ id: z.string(), title: z.string(), startedAt: instant, people: z.number() })),
  closed: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      closedAt: instant,
      decided: z.number(),
      left: z.number(),
      minutes: z.number(),
    }),
  ),
});
export type TriageQueueView = z.infer<typeof triageQueueViewSchema>;

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
export const triageOfRequestSchema = z.object({ issueId: jiraIdSchema });
export const answerQuestionRequestSchema = z.object({
  issueId: jiraIdSchema,
  questionId: z.string().min(1).max(64),
  answer: z.string().trim().min(1, 'Write an answer.').max(2000, 'An answer has at most 2000 characters.'),
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
  targets: z.array(targetSchema),
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

/** The panel's part: clock, decision, question of one defect. */
export const triageOfViewSchema = z.object({
  now: instant,
  open: z.boolean(),
  row: triageRowSchema,
  /** Earlier decisions, newest first, at most 5. */
  past: z.array(triageDecisionSchema),
  targets: z.array(targetSchema),
});
export type TriageOfView = z.infer<typeof triageOfViewSchema>;

/** Minutes from the start of a clock to the decision. Open ones count as "at least so long" (Kaplan-Meier), and are shown apart. */
const latencySchema = z.object({
  cycle: triageCycleSchema,
  decided: z.number(),
  open: z.number(),
  /** Null where not so many have been decided yet. */
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});
export const decisionLatencyRequestSchema = projectRequestSchema.extend({
  weeks: z.number().int().min(1).max(52).default(12),
});
export const decisionLatencyViewSchema = z.object({
  now: instant,
  /** By the week (from Monday, UTC) in which the clock started; oldest first, weeks without a defect included. */
  weeks: z.array(z.object({ from: z.string(), cycles: z.array(latencySchema) })),
  /** All of these weeks together; a cycle that had none is left out. */
  all: z.array(latencySchema),
  /** What waits now, longest first, at most 20, those that the viewer may see. */
  waiting: z.array(
    z.object({ defectId: z.string(), key: z.string(), cycle: triageCycleSchema, startedAt: instant, minutes: z.number() }),
  ),
  /** What took longest to decide, at most 20, those that the viewer may see. */
  slowest: z.array(
    z.object({ defectId: z.string(), key: z.string(), cycle: triageCycleSchema, decidedAt: instant, minutes: z.number() }),
  ),
});
export type DecisionLatencyView = z.infer<typeof decisionLatencyViewSchema>;

/** The calls of the board and of the panel's part about triage. */
export const triageCalls = {
  /** What waits for a decision in a project. */
  triageQueue: { request: triageQueueRequestSchema, view: triageQueueViewSchema },
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
  triageOf: { request: triageOfRequestSchema, view: triageOfViewSchema },
  answerQuestion: { request: answerQuestionRequestSchema, view: triageOfViewSchema },
  decisionLatency: { request: decisionLatencyRequestSchema, view: decisionLatencyViewSchema },
} as const;
