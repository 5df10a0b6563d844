import { z } from 'zod';
import { severitySchema } from './screen';

/** Defects of a release that nobody has looked at, or whose fix nobody has verified, where it is deployed: a section of *Readiness*. */
export const validationDebtViewSchema = z.object({
  now: z.string(),
  /** Names of the stages in which the release is deployed. */
  deployedIn: z.array(z.string()),
  /** The longest first, at most 50. */
  rows: z.array(
    z.object({
      defect: z.object({
        id: z.string(),
        key: z.string(),
        summary: z.string(),
        severity: severitySchema.nullable(),
        open: z.boolean(),
      }),
      stage: z.object({ key: z.string(), name: z.string() }),
      /** What is to be done: see whether the defect is there, or whether its fix holds. */
      kind: z.enum(['look', 'verify-fix']),
      since: z.string(),
      build: z.string().nullable(),
    }),
  ),
  /** Others that the viewer may see. */
  more: z.number(),
  /** Those that Jira hides from the viewer. */
  hidden: z.number(),
});
export type ValidationDebtView = z.infer<typeof validationDebtViewSchema>;
