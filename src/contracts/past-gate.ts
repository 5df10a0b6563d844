import { z } from 'zod';
import { jiraIdSchema } from './project';
import { readinessRequestSchema } from './readiness';

/** Releases that were released in Jira past their gate. */
const personSchema = z.object({ accountId: z.string().nullable(), pseudonym: z.string() });

const pastGateSchema = z.object({
  id: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  /** Name of the stage. */
  stage: z.string(),
  /** What its gate said at that moment. */
  sentence: z.string(),
  at: z.string(),
  /** Nobody has acknowledged it. */
  standing: z.boolean(),
  /** Holdpoint has said in Jira that it is not released. */
  takenBack: z.boolean(),
  /** What followed, the oldest first. */
  events: z.array(
    z.object({
      act: z.enum(['taken-back', 'not-taken-back', 'told', 'not-told', 'acknowledged']),
      at: z.string(),
      /** Null for the app itself. */
      who: personSchema.nullable(),
      because: z.string(),
    }),
  ),
});
export type PastGate = z.infer<typeof pastGateSchema>;

export const pastGateCalls = {
  pastGate: {
    /** Of one release all, of the project those that stand. */
    request: z.object({ projectId: jiraIdSchema, versionId: jiraIdSchema.nullable() }),
    /** The newest first. */
    view: z.object({ mayAcknowledge: z.boolean(), releases: z.array(pastGateSchema) }),
  },
  acknowledgeBreach: {
    request: readinessRequestSchema.extend({
      breachId: z.string().max(60),
      because: z.string().trim().min(3, 'Say why.').max(2000, 'At most 2,000 characters.'),
    }),
    view: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('done'), sentence: z.string() }),
      /** Nothing changed; `message` says why. */
      z.object({ kind: z.literal('refused'), message: z.string() }),
    ]),
  },
} as const;
