import { z } from 'zod';
import { panelRequestSchema } from './panel';
import { jiraIdSchema } from './project';
import { readinessRequestSchema } from './readiness';
import { freezeActionSchema } from './freeze-settings';
import { severitySchema } from './screen';

/** The freeze of a release: a part of its readiness, and of the panel of a defect. */
const personSchema = z.object({ accountId: z.string().nullable(), pseudonym: z.string() });
const defectSchema = z.object({
  ...{ id: z.string(), key: z.string(), summary: z.string(), open: z.boolean() },
  severity: severitySchema.nullable(),
});
const exceptionStateSchema = z.enum(['requested', 'approved', 'refused', 'revoked', 'expired', 'lapsed']);
const eventSchema = z.object({ act: z.string(), at: z.string(), who: personSchema.nullable(), because: z.string().nullable() });

const exceptionSchema = z.object({
  id: z.string(),
  defect: defectSchema,
  /** By the time of the view, whether or not anybody noticed yet. */
  state: exceptionStateSchema,
  because: z.string(),
  hours: z.number(),
  decideBy: z.string(),
  until: z.string().nullable(),
  requestedBy: personSchema,
  requestedAt: z.string(),
  events: z.array(eventSchema),
  may: z.object({ approve: z.boolean(), refuse: z.boolean(), revoke: z.boolean() }),
});
export type FreezeExceptionView = z.infer<typeof exceptionSchema>;

const attemptSchema = z.object({
  defect: defectSchema,
  at: z.string(),
  /** Null where Jira does not tell who it was. */
  who: personSchema.nullable(),
  result: z.enum(['moved', 'flagged', 'recorded', 'left']),
  /** Name of the release it was moved to; null where it was not, or into none. */
  to: z.string().nullable(),
});

export const freezeViewSchema = z.object({
  now: z.string(),
  /** `planned`: its day is still to come. `over`: it was ended, by hand or by the release. */
  state: z.enum(['none', 'planned', 'frozen', 'over']),
  /** Since when, or the day that is planned; null where there is none. */
  since: z.string().nullable(),
  cause: z.enum(['day', 'ticket', 'hand']).nullable(),
  /** What began it, in the words of a person; null where nobody wrote any. */
  because: z.string().nullable(),
  admits: z.array(severitySchema),
  action: freezeActionSchema,
  startStatus: z.string(),
  mostHours: z.number(),
  may: z.object({ begin: z.boolean(), end: z.boolean(), decide: z.boolean() }),
  counts: z.object({ moved: z.number(), flagged: z.number(), recorded: z.number(), left: z.number() }),
  /** Newest first, of defects that the viewer may see; at most 200. */
  attempts: z.array(attemptSchema),
  /** Those that wait or hold first, then the newest. */
  exceptions: z.array(exceptionSchema),
  /** What came in after the freeze and is still there, done or not. */
  inside: z.array(z.object({ defect: defectSchema, at: z.string(), admission: z.enum(['admitted', 'exception', 'violation']) })),
  /** How many things are about defects that the viewer may not see. */
  hidden: z.number(),
});
export type FreezeView = z.infer<typeof freezeViewSchema>;

export const defectFreezesViewSchema = z.object({
  now: z.string(),
  mayAsk: z.boolean(),
  mostHours: z.number(),
  severity: severitySchema.nullable(),
  /** "only S1 and S2 may still come in" */
  admitsWords: z.string(),
  /** Frozen releases of the project: those that the defect has to do with, and those that it could be let into. */
  releases: z.array(
    z.object({
      version: z.object({ id: z.string(), name: z.string() }),
      since: z.string(),
      /** `before`: it was in before the freeze. `out`: it is not in it. */
      place: z.enum(['before', 'admitted', 'exception', 'violation', 'out']),
      /** Whether it was put in and moved away. */
      moved: z.boolean(),
      /** The newest exception; null where nobody asked. */
      exception: z
        .object({ state: exceptionStateSchema, decideBy: z.string(), until: z.string().nullable(), because: z.string() })
        .nullable(),
      /** Whether an exception can be asked for. */
      askable: z.boolean(),
    }),
  ),
});
export type DefectFreezesView = z.infer<typeof defectFreezesViewSchema>;

/** What became of it, in words for the person who acted. */
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), sentence: z.string() }),
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);
const because = z.string().trim().max(1000, 'At most 1,000 characters.');
const place = z.object({ projectId: jiraIdSchema, versionId: jiraIdSchema, defectId: jiraIdSchema });

export const freezeCalls = {
  freeze: { request: readinessRequestSchema, view: freezeViewSchema },
  exportFreeze: {
    request: readinessRequestSchema,
    view: z.object({ text: z.string(), fileName: z.string(), rows: z.number(), hidden: z.number() }),
  },
  /** Freezes a release by hand, or ends its freeze. */
  changeFreeze: { request: readinessRequestSchema.extend({ act: z.enum(['begin', 'end']), because }), view: outcomeSchema },
  defectFreezes: { request: panelRequestSchema, view: defectFreezesViewSchema },
  askException: {
    request: panelRequestSchema.extend({ versionId: jiraIdSchema, because, hours: z.number() }),
    view: outcomeSchema,
  },
  decideException: {
    request: z.discriminatedUnion('act', [
      place.extend({ act: z.literal('approve') }),
      place.extend({ act: z.enum(['refuse', 'revoke']), because }),
    ]),
    view: outcomeSchema,
  },
} as const;
