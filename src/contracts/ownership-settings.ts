import { z } from 'zod';

const line = (most: number) => z.string().trim().min(1, 'It must not be empty.').max(most, `At most ${most} characters.`);
/** Zones are checked by the core, which says what is wrong with one: older documents still parse where a zone was renamed. */
const zone = z.string().trim().max(60, 'At most 60 characters.');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:00.');
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'Choose a day.');
/** Account id; screens ask Jira for the name as the viewer. `erased` stands for a person whose data was erased. */
const person = line(128);

const workingHours = {
  zone,
  hours: z
    .array(
      z.object({
        /** 1 Monday to 7 Sunday. */
        days: z.array(z.number().int().min(1).max(7)).max(7),
        from: z.string().max(5),
        /** Up to 24:00. */
        to: z.string().max(5),
      }),
    )
    .max(14, 'Fourteen times are the most.'),
  holidays: z
    .array(
      z.object({
        /** `2026-12-24`, or `12-24` for every year. */
        date: z.string().trim().max(10),
        name: z.string().trim().max(80, 'A name has at most 80 characters.').default(''),
      }),
    )
    .max(100, 'A hundred holidays are the most.'),
};

const calendarSchema = z.object({
  name: line(80),
  ...workingHours,
  /** Teams elsewhere that take over. */
  handOver: z.array(z.object(workingHours)).max(4, 'Four other teams are the most.').default([]),
});

const stepSchema = z.object({
  /** Of working time. */
  afterMinutes: z
    .number('Use a whole number.')
    .int('Use a whole number.')
    .min(0, 'Not before the clock starts.')
    .max(129_600, 'Ninety days are the most.'),
  who: z.union([
    z.object({ kind: z.enum(['deputy', 'lead', 'release-managers']) }),
    z.object({ kind: z.literal('person'), accountId: person }),
  ]),
});

const rotaSchema = z.object({
  /** Name of a component; of the default rota it is not looked at. */
  component: z.string().trim().max(255, 'A name has at most 255 characters.'),
  /** Name of a calendar; empty counts all hours. */
  calendar: z.string().trim().max(80),
  /** In the order of their turns. */
  members: z.array(person).max(30, 'Thirty people are the most.'),
  rotation: z.object({
    kind: z.enum(['weekly', 'daily']),
    /** The day of the first turn. */
    start: date,
    handOver: clockTime,
    zone,
  }),
  /** `of` is whom the deputy stands in for; null for everybody on the rota. */
  deputies: z.array(z.object({ accountId: person, of: person.nullable() })).max(30, 'Thirty deputies are the most.'),
  ladder: z.array(stepSchema).max(6, 'Six steps are the most.'),
});

/** Who answers for what: a part of the settings document. */
export const ownershipSettingsSchema = z
  .object({
    calendars: z.array(calendarSchema).max(20, 'Twenty calendars are the most.').default([]),
    rotas: z.array(rotaSchema).max(60, 'Sixty rotas are the most.').default([]),
    defaultRota: rotaSchema.nullable().default(null),
    /** Whole days in the person's own zone. */
    absences: z
      .array(z.object({ accountId: person, from: date, to: date }))
      .max(300, 'Remove absences that are over.')
      .default([]),
    releaseManagers: z.array(person).max(20, 'Twenty people are the most.').default([]),
    /** Of everybody who has no calendar. */
    zone: zone.default('UTC'),
    /** Whether people are sent once a day what waits for them. */
    digest: z.boolean().default(false),
  })
  .prefault({});
export type OwnershipSettingsDocument = z.infer<typeof ownershipSettingsSchema>;
