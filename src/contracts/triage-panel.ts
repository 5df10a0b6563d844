import { z } from 'zod';
import { jiraIdSchema } from './project';
import { triageDecisionSchema, triageRowSchema, triageTargetSchema } from './triage-row';

export const triageOfRequestSchema = z.object({ issueId: jiraIdSchema });
export const answerQuestionRequestSchema = z.object({
  issueId: jiraIdSchema,
  questionId: z.string().min(1).max(64),
  answer: z.string().trim().min(1, 'Write an answer.').max(2000, 'An answer has at most 2000 characters.'),
});

/** The panel's part: clock, decision, question of one defect. */
export const triageOfViewSchema = z.object({
  now: z.string(),
  open: z.boolean(),
  row: triageRowSchema,
  /** Earlier decisions, newest first, at most 5. */
  past: z.array(triageDecisionSchema),
  targets: z.array(triageTargetSchema),
});
export type TriageOfView = z.infer<typeof triageOfViewSchema>;

/** The calls of the panel's part about triage. */
export const triagePanelCalls = {
  triageOf: { request: triageOfRequestSchema, view: triageOfViewSchema },
  /** Also written on the issue as a comment, in the name of the person who answers. */
  answerQuestion: { request: answerQuestionRequestSchema, view: triageOfViewSchema },
} as const;
