import { z } from 'zod';
import { readinessRequestSchema } from './readiness';
import { stageKeySchema, stateSchema } from './screen';

/** Holds and overrides of a release: a part of its readiness. */
const personSchema = z.object({ accountId: z.string().nullable(), pseudonym: z.string() });
const eventSchema = z.object({
  act: z.string(),
  at: z.string(),
  /** Null for the app itself. */
  who: personSchema.nullable(),
  because: z.string().nullable(),
});
export type ControlEventView = z.infer<typeof eventSchema>;

const holdSchema = z.object({
  id: z.string(),
  /** "Held by hand", "The line is stopped". */
  title: z.string(),
  because: z.string(),
  /** Names of stages; null for every one. */
  stages: z.array(z.string()).nullable(),
  standing: z.boolean(),
  placedAt: z.string(),
  placedBy: personSchema.nullable(),
  /** How many different people have to lift it, and who has agreed so far. */
  lifters: z.number(),
  agreed: z.array(personSchema),
  /** Whether the viewer may lift it, or agree to it. */
  mayLift: z.boolean(),
  /** Of a stopped line: what stopped it, and how long after it was seen it was stopped and its owners were told. */
  line: z
    .object({
      /** Key of the defect; null where the viewer may not see it, or there is none. */
      defect: z.string().nullable(),
      seenAt: z.string(),
      stoppedAfterSeconds: z.number(),
      /** Null while it is on its way, or where nobody was told. */
      toldAfterSeconds: z.number().nullable(),
      /** Why nobody was told; null where somebody was, or it is on its way. */
      notTold: z.string().nullable(),
    })
    .nullable(),
  events: z.array(eventSchema),
});
export type HoldView = z.infer<typeof holdSchema>;

const secondsSchema = z.number().nullable();
const drillSchema = z.object({
  id: z.string(),
  /** In whose dark deployment the S1 is thought to be seen. */
  stage: z.string(),
  /** Names of the stages that would be held. */
  stages: z.array(z.string()),
  /** By the time of the view, whether or not anybody noticed yet. */
  state: z.enum(['running', 'over', 'called-off', 'lapsed']),
  startedAt: z.string(),
  startedBy: personSchema.nullable(),
  /** Seconds from the start to each step; null for steps that were not reached. */
  seconds: z.object({ stopped: secondsSchema, told: secondsSchema, first: secondsSchema, second: secondsSchema }),
  /** Why nobody was told; null where somebody was, or it is on its way. */
  notTold: z.string().nullable(),
  may: z.object({ agree: z.boolean(), callOff: z.boolean() }),
  events: z.array(eventSchema),
});
export type DrillView = z.infer<typeof drillSchema>;

const overrideSchema = z.object({
  id: z.string(),
  stage: z.object({ key: z.string(), name: z.string() }),
  /** By the time of the view, whether or not anybody noticed yet. */
  state: z.enum(['requested', 'approved', 'refused', 'revoked', 'void', 'expired', 'lapsed']),
  /** Whether the gate may be passed by it at this moment; false for an approved one that does not cover what holds it now. */
  passes: z.boolean(),
  reason: z.string(),
  rationale: z.string(),
  requestedBy: personSchema,
  requestedAt: z.string(),
  decideBy: z.string(),
  hours: z.number(),
  until: z.string().nullable(),
  /** What it covers, in words: "Open S1 defects: 2". */
  covers: z.array(z.string()),
  events: z.array(eventSchema),
  may: z.object({ approve: z.boolean(), refuse: z.boolean(), revoke: z.boolean() }),
});
export type OverrideView = z.infer<typeof overrideSchema>;

export const gateControlViewSchema = z.object({
  now: z.string(),
  may: z.object({ hold: z.boolean(), override: z.boolean() }),
  /** Stages with a gate, in promotion order. `askable`: an override can be asked for now. */
  stages: z.array(z.object({ key: z.string(), name: z.string(), state: stateSchema, askable: z.boolean() })),
  /** Those that stand first, then the newest. */
  holds: z.array(holdSchema),
  /** Those that wait or are live first, then the newest. */
  overrides: z.array(overrideSchema),
  /** The one that runs first, then the newest. */
  drills: z.array(drillSchema),
  /** Every stage, in promotion order: one is chosen for a drill. */
  drillStages: z.array(z.object({ key: z.string(), name: z.string() })),
  policy: z.object({
    reasons: z.array(z.object({ key: z.string(), name: z.string() })),
    mostHours: z.number(),
    leastWords: z.number(),
    mostCharacters: z.number(),
  }),
});
export type GateControlView = z.infer<typeof gateControlViewSchema>;

const because = z.string().trim().min(3, 'Say why.').max(2000, 'At most 2,000 characters.');
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), sentence: z.string() }),
  /** Nothing changed; `message` says why. */
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);

export const gateControlCalls = {
  gateControl: { request: readinessRequestSchema, view: gateControlViewSchema },
  placeHold: {
    request: readinessRequestSchema.extend({ stages: z.array(stageKeySchema).min(1).max(12).nullable(), because }),
    view: outcomeSchema,
  },
  liftHold: { request: readinessRequestSchema.extend({ holdId: z.string().max(40), because }), view: outcomeSchema },
  startDrill: { request: readinessRequestSchema.extend({ stage: stageKeySchema }), view: outcomeSchema },
  actOnDrill: {
    request: readinessRequestSchema.extend({ drillId: z.string().max(40), act: z.enum(['agree', 'call-off']), because }),
    view: outcomeSchema,
  },
  requestOverride: {
    request: readinessRequestSchema.extend({
      stage: stageKeySchema,
      reason: z.string().max(40),
      rationale: z.string().max(4000),
      hours: z.number(),
    }),
    view: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('done'), sentence: z.string() }),
      z.object({
        kind: z.literal('refused'),
        problems: z.array(z.object({ field: z.enum(['gate', 'reason', 'rationale', 'hours']), message: z.string() })),
      }),
    ]),
  },
  decideOverride: {
    request: z.discriminatedUnion('act', [
      readinessRequestSchema.extend({ act: z.literal('approve'), overrideId: z.string().max(60) }),
      readinessRequestSchema.extend({ act: z.enum(['refuse', 'revoke']), overrideId: z.string().max(60), because }),
    ]),
    view: outcomeSchema,
  },
} as const;
