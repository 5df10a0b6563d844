import { z } from 'zod';
import { readinessRequestSchema } from './readiness';
import { stageKeySchema } from './screen';

/** The checks of a release that people confirm: a part of its readiness. */
const personSchema = z.object({ accountId: z.string().nullable(), pseudonym: z.string() });

const saidSchema = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('confirmed'), at: z.string(), who: personSchema, role: z.string() },
    /** An address that begins with https://, or words. */
    ...{ form: z.enum(['link', 'text']), evidence: z.string() },
    /** The builds that it was given for; none where none was told. */
    builds: z.array(z.string()),
  }),
  z.object({ act: z.literal('withdrawn'), at: z.string(), who: personSchema, because: z.string() }),
]);
export type CheckSaidView = z.infer<typeof saidSchema>;

const checkSchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  /** What is asked, in words. */
  name: z.string(),
  /** Name of the project role that confirms it. */
  role: z.string(),
  evidence: z.enum(['link', 'text']),
  hours: z.number().nullable(),
  breach: z.enum(['holds', 'warns']),
  /** How it stands; all but `confirmed` have to be confirmed, for the reason that the word says. */
  standing: z.enum(['confirmed', 'unconfirmed', 'withdrawn', 'other-role', 'other-evidence', 'other-builds', 'over']),
  /** Until when it is good; null where that is not limited, or it does not count. */
  until: z.string().nullable(),
  /** The builds that are judged: a confirmation now is for these. */
  builds: z.array(z.string()),
  /** Oldest first. */
  said: z.array(saidSchema),
  /** Whether the project has the role, and the viewer is in it. */
  roleExists: z.boolean(),
  may: z.object({ confirm: z.boolean(), withdraw: z.boolean() }),
});
export type CheckView = z.infer<typeof checkSchema>;

export const gateChecksViewSchema = z.object({
  now: z.string(),
  /** Stage by stage in promotion order, as the gates ask for them. */
  checks: z.array(checkSchema),
});

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), sentence: z.string() }),
  /** Nothing changed; `message` says why, and where it belongs. */
  z.object({ kind: z.literal('refused'), field: z.enum(['check', 'evidence']), message: z.string() }),
]);
const which = { stage: stageKeySchema, name: z.string().min(1).max(80) };

export const gateCheckCalls = {
  gateChecks: { request: readinessRequestSchema, view: gateChecksViewSchema },
  confirmCheck: {
    request: readinessRequestSchema.extend({
      ...which,
      evidence: z.string().max(2000),
      /** The builds that the viewer saw. */
      builds: z.array(z.string().max(200)).max(100),
    }),
    view: outcomeSchema,
  },
  withdrawCheck: { request: readinessRequestSchema.extend({ ...which, because: z.string().max(2000) }), view: outcomeSchema },
  /** Names of the roles that projects have, for the editor of the gates; for Jira admins. */
  roleChoices: { request: z.object({}), view: z.object({ roles: z.array(z.string()) }) },
} as const;
