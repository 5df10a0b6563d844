import { z } from 'zod';
import { leastWordsSchema, reasonClassesSchema } from './reason-classes';

const line = (most: number) => z.string().trim().min(1, 'It must not be empty.').max(most, `At most ${most} characters.`);
const days = z.number().int('Use a whole number.').min(1, 'At least a day.').max(730, 'Two years is the most.');

/** Who may approve: holders of the permission (project admins until somebody is granted it), project admins, or named people. */
export const approverLevelSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('permission') }),
  z.object({ kind: z.literal('project-admins') }),
  z.object({ kind: z.literal('people'), accountIds: z.array(line(128)).min(1, 'Name at least one person.').max(50) }),
]);

/** When a defect may be left for a later release, and who approves it. Everything has a default: older documents still parse. */
export const deferralPolicySchema = z
  .object({
    /** Classes of reasons to choose from. */
    reasons: reasonClassesSchema([
      { key: 'low-impact', name: 'Low impact on users' },
      { key: 'workaround', name: 'A workaround is there' },
      { key: 'risk-of-fix', name: 'The fix is riskier than the defect' },
      { key: 'needs-design', name: 'The fix needs a larger change' },
      { key: 'third-party', name: 'Waits for somebody else' },
      { key: 'not-in-use', name: 'What it touches is not in use yet' },
    ]),
    /** So many days at most from the approval, by severity; without one a defect counts as S1. */
    maxDays: z.object({ S1: days, S2: days, S3: days, S4: days }).default({ S1: 14, S2: 30, S3: 90, S4: 180 }),
    /** The k-th deferral of a defect needs level k, or the last one. */
    approvers: z
      .array(approverLevelSchema)
      .min(1, 'There must be at least one level.')
      .max(5, 'Five levels are the most.')
      .default([{ kind: 'permission' }, { kind: 'project-admins' }]),
    /** A rationale has so many different words that say something. */
    leastWords: leastWordsSchema,
  })
  .prefault({});
