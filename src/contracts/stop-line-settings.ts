import { z } from 'zod';
import { severitySchema, stageKeySchema } from './screen';

/** When the app stops the line of a release by itself. Everything has a default: older documents still parse. */
export const stopLinePolicySchema = z
  .object({
    on: z.boolean().default(true),
    /** Which severities stop it; a missing one counts as S1. */
    severities: z.array(severitySchema).min(1, 'Choose at least one severity, or switch it off.').max(4).default(['S1']),
    /** Keys of the stages whose dark deployments are watched; null for every one. */
    stages: z.array(stageKeySchema).min(1, 'Choose at least one stage, or every one.').max(12).nullable().default(null),
  })
  .prefault({});
