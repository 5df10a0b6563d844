import { z } from 'zod';
import { calendarDaySchema } from './forecast-settings';
import { jiraIdSchema, projectRequestSchema } from './project';
import { projectSchema, severitySchema, storeStateSchema, versionSchema } from './screen';

/** The screen *Forecast*: when will the blockers of a release be closed? Days are calendar days in UTC. */
export const forecastRequestSchema = projectRequestSchema.extend({
  /** Null for the release that is to go out next. */
  versionId: jiraIdSchema.nullable(),
});

/** Chances are 0 to 1. */
const markSchema = z.object({
  day: z.string(),
  /** By the outlook's `about`; null where the day is over, or too far away. */
  chance: z.number().nullable(),
});

const calibrationSchema = z.object({
  /** Forecasts of past weeks, and how many came true. */
  count: z.number(),
  cameTrue: z.number(),
  /** Brier's score, and the one of always saying the share that came true. */
  brier: z.number(),
  baseRate: z.number(),
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      count: z.number(),
      said: z.number(),
      came: z.number(),
    }),
  ),
});
export type CalibrationView = z.infer<typeof calibrationSchema>;

const outlookSchema = z.object({
  /** What chances are shown of: that all blockers have been closed by a day, or, where there is none now, that none is open on it. */
  about: z.enum(['all-closed', 'none-open']),
  runs: z.number(),
  /** The same facts, day and release give the same seed, and the same seed the same figures. */
  seed: z.string(),
  firstDay: z.string(),
  /** By day: the chance that all have been closed by then, that none is open at its end, and how many are open on average. */
  by: z.array(z.number()),
  clear: z.array(z.number()),
  open: z.array(z.number()),
  freeze: markSchema.nullable(),
  release: markSchema.nullable(),
  /** By when all have been closed with that chance; null where that is later than what was looked at. Empty where none is open now. */
  dates: z.array(z.object({ chance: z.number(), day: z.string().nullable() })),
});
export type OutlookView = z.infer<typeof outlookSchema>;

const delaySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weighed'),
    /** What it comes to, in a sentence or two. */
    sentence: z.string(),
    /** The release date first. */
    choices: z.array(z.object({ day: z.string(), delay: z.number(), escapes: z.number(), users: z.number() })),
    /** What it rests on, a sentence each. */
    restsOn: z.array(z.string()),
  }),
  z.object({ kind: z.literal('cannot-say'), because: z.string() }),
]);
export type DelayView = z.infer<typeof delaySchema>;

export const forecastViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  store: storeStateSchema,
  /** Null where the project has none that is still to come. */
  version: versionSchema.nullable(),
  /** Releases still to come, in the order in which they are to go out. */
  versions: z.array(versionSchema),
  freeze: z.object({ day: z.string(), note: z.string() }).nullable(),
  /** When the release was frozen, or is; oldest first. Whatever was planned. */
  frozen: z.array(
    z.object({
      since: z.string(),
      /** Null while it stands. */
      until: z.string().nullable(),
      /** "by its release ticket" */
      how: z.string(),
      /** Whether the release going out ended it; else it was lifted. */
      byRelease: z.boolean(),
    }),
  ),
  /** Whether the viewer may set the freeze date. */
  mayEdit: z.boolean(),
  /** What it comes to. */
  sentence: z.string(),
  /** `clear` where no blocker is open now. */
  state: z.enum(['no-release', 'released', 'not-read', 'not-calibrated', 'blocked', 'clear']),
  /** Why there is no forecast, and what is missing for one; null where there is one. */
  refusal: z.object({ because: z.string(), missing: z.array(z.string()) }).nullable(),
  blockers: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        summary: z.string(),
        severity: severitySchema.nullable(),
        ageDays: z.number(),
        /** The chance that it is closed by the release date, or else within four weeks; null without a forecast. */
        chance: z.number().nullable(),
      }),
    ),
    /** Those that the viewer may not see. */
    hidden: z.number(),
    /** How they were found: what readiness shows as blocking, or what no gate would let pass. */
    definition: z.string(),
  }),
  outlook: outlookSchema.nullable(),
  calibration: calibrationSchema.nullable(),
  delay: delaySchema.nullable(),
  /** What the forecast rests on, a sentence each. */
  restsOn: z.array(z.string()),
  revision: z.string(),
});
export type ForecastView = z.infer<typeof forecastViewSchema>;

/** The forecast of a release in a line, for *Readiness*. */
export const forecastLineViewSchema = z.object({ sentence: z.string(), isForecast: z.boolean() });

export const setFreezeRequestSchema = projectRequestSchema.extend({
  versionId: jiraIdSchema,
  /** Null takes it away. */
  day: calendarDaySchema.nullable(),
  note: z.string().trim().max(200),
});
export const setFreezeViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved') }),
  z.object({ kind: z.literal('invalid'), problem: z.string() }),
]);

export const forecastCalls = {
  forecast: { request: forecastRequestSchema, view: forecastViewSchema },
  forecastLine: { request: projectRequestSchema.extend({ versionId: jiraIdSchema }), view: forecastLineViewSchema },
  /** For Jira admins. */
  setFreeze: { request: setFreezeRequestSchema, view: setFreezeViewSchema },
} as const;
