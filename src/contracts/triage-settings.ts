import { z } from 'zod';
import { countings, cycles, defaultClockPolicy, expiries } from '../kernel/decision-clock';
import type { ClockPolicy, Cycle } from '../kernel/decision-clock';
import { jiraIdSchema } from './project';
import { severitySchema } from './screen';

export const triageCycles = cycles;
export const triageCycleSchema = z.enum(cycles);
export type TriageCycle = Cycle;

const minutes = z
  .number()
  .int('Use whole minutes.')
  .min(5, 'Clocks are looked at every five minutes: use 5 or more.')
  .max(129_600, 'Ninety days are the most.');

/** Decision clocks: a part of the settings document. What the fields mean stands at `ClockPolicy`. */
export const triageSettingsSchema = z
  .object({
    windows: z.record(triageCycleSchema, z.record(severitySchema, minutes.nullable())),
    counted: z.record(triageCycleSchema, z.enum(countings)),
    calendar: z.string().trim().max(80).default(''),
    warnAt: z.number().min(0.1, 'Warn after 10 % at the earliest.').max(1, 'The whole window is the most.'),
    atExpiry: z.enum(expiries),
    acceptAfter: minutes,
    cycles: z.record(jiraIdSchema, triageCycleSchema),
  })
  .prefault(defaultClockPolicy) satisfies z.ZodType<ClockPolicy>;
export type TriageSettings = z.infer<typeof triageSettingsSchema>;
