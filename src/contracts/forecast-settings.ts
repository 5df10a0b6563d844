import { z } from 'zod';
import { jiraIdSchema } from './project';

/** A calendar day that there is, `2026-11-09`. */
export const calendarDaySchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'Write a day such as 2026-11-09.')
  .refine((text) => {
    const at = Date.parse(`${text}T00:00:00.000Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  }, 'There is no such day.');

/** From which day on nothing but repairs goes into a release, and what there is to say about it. */
export const freezeSchema = z.object({
  day: calendarDaySchema,
  note: z.string().trim().max(200, 'A note has at most 200 characters.').default(''),
});
export type Freeze = z.infer<typeof freezeSchema>;

/** Forecasts: a part of the settings document. */
export const forecastSettingsSchema = z
  .object({
    /** By the id of a version. */
    freezes: z.record(jiraIdSchema, freezeSchema),
  })
  .prefault({ freezes: {} });

/** What is wrong with a freeze of a release, in words; null where nothing is. @param releaseDate calendar day; null where it has none */
export function freezeProblem({ day, note }: Freeze, releaseDate: string | null): string | null {
  if (releaseDate === null || day <= releaseDate || note.trim() !== '') return null;
  return `That is after the release on ${releaseDate}. Choose an earlier day, or say in the note why.`;
}
