import { z } from 'zod';

interface ReasonClass {
  readonly key: string;
  readonly name: string;
}

/** Classes of reasons to choose from, by which a register can be read. @param usual what holds until an admin names others */
export function reasonClassesSchema(usual: readonly ReasonClass[]) {
  return z
    .array(
      z.object({
        key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'A key is 1 to 40 lower-case letters, digits and dashes.'),
        name: z.string().trim().min(1, 'It must not be empty.').max(80, 'At most 80 characters.'),
      }),
    )
    .min(1, 'There must be at least one class of reasons.')
    .max(30)
    .default([...usual]);
}

/** A rationale has so many different words that say something. */
export const leastWordsSchema = z.number().int('Use a whole number.').min(3, 'At least 3.').max(60, 'At most 60.').default(8);
