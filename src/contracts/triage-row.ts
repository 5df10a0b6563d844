import { z } from 'zod';
import { jiraIdSchema } from './project';
import { severitySchema } from './screen';
import { triageCycleSchema } from './triage-settings';

const instant = z.string();
/** Account id; screens ask Jira for the name as the viewer. Null for a person whose data was erased, or for the app itself. */
export const triagePersonSchema = z.string().nullable();

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
  askedBy: triagePersonSchema,
  asked: triagePersonSchema,
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
  by: triagePersonSchema,
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
export const triageTargetSchema = z.object({
  id: z.string(),
  name: z.string(),
  releaseDate: z.string().nullable(),
  cycle: triageCycleSchema,
});
