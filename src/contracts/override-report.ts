import { z } from 'zod';
import { projectRequestSchema } from './project';

const person = z.object({ accountId: z.string().nullable(), pseudonym: z.string() });
const viewSchema = z.object({
  /** Calendar day from which on requests count. */
  sinceDay: z.string(),
  asked: z.number(),
  granted: z.number(),
  /** Granted ones that a new reason made void. */
  voided: z.number(),
  /** Those who asked most first. */
  people: z.array(z.object({ who: person, asked: z.number(), granted: z.number(), approved: z.number() })),
  reasons: z.array(z.object({ name: z.string(), count: z.number() })),
});
export type OverrideReportView = z.infer<typeof viewSchema>;

/** Who overrides most: a part of *Decisions*. */
export const overrideReportCalls = { overrideReport: { request: projectRequestSchema, view: viewSchema } } as const;
