import { z } from 'zod';
import { leastWordsSchema, reasonClassesSchema } from './reason-classes';

const hours = z.number().int('Use a whole number.').min(1, 'At least an hour.').max(168, 'A week, 168 hours, is the most.');

/** When a held gate may be passed. Everything has a default: older documents still parse. */
export const overridePolicySchema = z
  .object({
    /** Classes of reasons to choose from. */
    reasons: reasonClassesSchema([
      { key: 'fix-verified-elsewhere', name: 'The fix is verified elsewhere' },
      { key: 'risk-accepted', name: 'The risk is accepted' },
      { key: 'worse-without', name: 'Not releasing does more harm' },
      { key: 'wrong-evidence', name: 'The evidence is wrong' },
    ]),
    /** For so many hours one holds at most, from its approval. */
    mostHours: hours.default(24),
    /** After so many hours a request that nobody decided lapses. */
    decideWithinHours: hours.default(24),
    /** A rationale has so many different words that say something. */
    leastWords: leastWordsSchema,
  })
  .prefault({});
