import { z } from 'zod';

const percent = z.number().int('Use a whole number.').min(0, 'At least 0 %.').max(100, 'At most 100 %.');

/** How defects are weighed; `weights` are percents that sum to 100. */
export const scoringSettingsSchema = z
  .object({
    weights: z
      .object({
        severity: percent,
        recurrence: percent,
        users: percent,
        exposure: percent,
        workaround: percent,
        age: percent,
      })
      .refine((weights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0) === 100, {
        message: 'The weights must sum to 100 %.',
      }),
    /** After so many days a sighting counts half. */
    halfLifeDays: z.number().int('Use a whole number.').min(1, 'At least one day.').max(180, 'At most 180 days.'),
    /** How many users there are: a defect that reaches all of them counts full. */
    users: z.number().int('Use a whole number.').min(1, 'At least one.').max(10_000_000_000, 'At most ten billion.'),
  })
  .default({
    weights: { severity: 30, recurrence: 20, users: 20, exposure: 15, workaround: 10, age: 5 },
    halfLifeDays: 14,
    users: 10_000,
  });
