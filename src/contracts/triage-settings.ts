import { z } from 'zod';
import { jiraIdSchema } from './project';

/** What kind of time a release is in: how much time people have to decide what becomes of a defect. */
export const triageCycles = ['normal', 'release-candidate', 'hotfix'] as const;
export const triageCycleSchema = z.enum(triageCycles);
export type TriageCycle = z.infer<typeof triageCycleSchema>;

const minutes = z
  .number()
  .int('Use whole minutes.')
  .min(5, 'Clocks are looked at every five minutes: use 5 or more.')
  .max(129_600, 'Ninety days are the most.');
/** Minutes within which a defect of the severity must be decided; null sets no clock. */
const windowsSchema = z.object({
  S1: minutes.nullable(),
  S2: minutes.nullable(),
  S3: minutes.nullable(),
  S4: minutes.nullable(),
});

/** Decision clocks: a part of the settings document. */
export const triageSettingsSchema = z
  .object({
    windows: z.object({ normal: windowsSchema, 'release-candidate': windowsSchema, hotfix: windowsSchema }),
    /** Whether the minutes of a cycle run day and night, or in the working time of the calendar alone. */
    counted: z.object({
      normal: z.enum(['around-the-clock', 'working-time']),
      'release-candidate': z.enum(['around-the-clock', 'working-time']),
      hotfix: z.enum(['around-the-clock', 'working-time']),
    }),
    /** Name of the calendar (settings of ownership) in which working time is counted; empty for office hours. */
    calendar: z.string().trim().max(80).default(''),
    /** Share of the window after which people are warned; 1 warns nobody before the end. */
    warnAt: z.number().min(0.1, 'Warn after 10 % at the earliest.').max(1, 'The whole window is the most.'),
    /** What happens when a window has passed. */
    atExpiry: z.enum(['nothing', 'escalate', 'escalate-then-accept']),
    /** After the escalation so many minutes pass until the recommendation is accepted; counted as the window is. */
    acceptAfter: minutes,
    /** Cycle by the id of a version, as people set it; `normal` for the others. */
    cycles: z.record(jiraIdSchema, triageCycleSchema),
  })
  .prefault({
    windows: {
      normal: { S1: 240, S2: 960, S3: 4800, S4: null },
      'release-candidate': { S1: 120, S2: 240, S3: 960, S4: 2400 },
      hotfix: { S1: 30, S2: 60, S3: 240, S4: 480 },
    },
    counted: { normal: 'working-time', 'release-candidate': 'working-time', hotfix: 'around-the-clock' },
    calendar: '',
    warnAt: 0.75,
    atExpiry: 'escalate',
    acceptAfter: 60,
    cycles: {},
  });
export type TriageSettings = z.infer<typeof triageSettingsSchema>;
