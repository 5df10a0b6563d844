import { z } from 'zod';
import { severitySchema } from './screen';

const hours = z.number().int('Use a whole number.').min(1, 'At least an hour.').max(720, 'A month, 720 hours, is the most.');

export const freezeActionSchema = z.enum(['record', 'flag', 'move', 'back']);

/** What a freeze means. Everything has a default: older documents still parse. */
export const freezePolicySchema = z
  .object({
    /** Severities that may still come in. A defect without one may not. */
    admits: z.array(severitySchema).max(4).default(['S1', 'S2']),
    /** What becomes of another: it is recorded alone, flagged, moved to the next release, or put back where it was. */
    action: freezeActionSchema.default('record'),
    /** Name of the status in which a release ticket freezes its releases; empty for none. */
    startStatus: z.string().trim().max(80, 'A status has at most 80 characters.').default(''),
    /** For so many hours an exception holds at most, from its approval. */
    mostHours: hours.default(48),
    /** After so many hours a request that nobody decided lapses. */
    decideWithinHours: hours.default(24),
  })
  .prefault({});
