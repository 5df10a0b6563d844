import { z } from 'zod';
import { panelRequestSchema } from './panel';
import { jiraIdSchema, projectRequestSchema } from './project';
import { projectSchema, severitySchema } from './screen';

/** The register of deferrals, the dialog that asks for one, and the part about it in the panel of an issue. */
export const deferralStateSchema = z.enum(['requested', 'approved', 'refused', 'expired', 'withdrawn', 'fulfilled']);
export type DeferralState = z.infer<typeof deferralStateSchema>;

const dateSchema = z.iso.date();
const deferralIdSchema = z.string().regex(/^\d{1,18}-\d{1,6}$/);
const releaseSchema = z.object({ id: z.string(), name: z.string() });
/** `accountId` is null for somebody who was erased; the app itself is nobody. */
const personSchema = z.object({ accountId: z.string().nullable(), pseudonym: z.string() });
const reasonSchema = z.object({ key: z.string(), name: z.string() });

/** So many defects at most are asked about, or for, in one call. */
export const mostDeferralsAtOnce = 100;
const issueIds = z.array(jiraIdSchema).min(1).max(mostDeferralsAtOnce);

/** What the dialog offers for these defects. */
export const deferralOptionsRequestSchema = z.object({ projectId: jiraIdSchema, issueIds });
export const deferralOptionsViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  reasons: z.array(reasonSchema),
  /** A rationale has so many different words that say something, and so many characters at most. */
  leastWords: z.number(),
  mostCharacters: z.number(),
  /** Releases that come after what every one of those that can be deferred is planned for, the next one first. */
  releases: z.array(releaseSchema.extend({ releaseDate: z.string().nullable() })),
  /** The latest day for all of those together; each may have a later one of its own. */
  latestDay: dateSchema,
  earliestDay: dateSchema,
  /** Whether any of those needs a workaround or a compensating control. */
  needsControl: z.boolean(),
  defects: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      summary: z.string(),
      /** Null counts as S1. */
      severity: severitySchema.nullable(),
      /** Unreleased fix versions. */
      planned: z.array(releaseSchema),
      /** It would be its k-th deferral. */
      k: z.number(),
      /** At most so many days from now. */
      maxDays: z.number(),
      latestDay: dateSchema,
      needsControl: z.boolean(),
      /** Who would approve, as a sentence. */
      approver: z.string(),
      /** Named people who may approve; empty where it goes by permission. */
      approvers: z.array(personSchema),
      /** Why it cannot be deferred at all just now; null where it can. */
      refusal: z.string().nullable(),
    }),
  ),
  /** Of those asked for, how many the viewer may not see. */
  hidden: z.number(),
});
export type DeferralOptionsView = z.infer<typeof deferralOptionsViewSchema>;

/** Asks for the deferral of one or many defects, each checked for itself. `dryRun` checks and changes nothing. */
export const requestDeferralsRequestSchema = z.object({
  projectId: jiraIdSchema,
  issueIds,
  reason: z.string().max(40),
  rationale: z.string().max(4000),
  targetVersionId: jiraIdSchema,
  /** Workaround or compensating control; needed for S1 and S2. */
  control: z.string().max(2000).nullable().default(null),
  /** The last day (UTC) on which it holds. */
  expiresOn: dateSchema,
  dryRun: z.boolean().default(false),
});
export const deferralProblemSchema = z.object({
  field: z.enum(['reason', 'rationale', 'target', 'control', 'expiry', 'defect', 'permission']),
  message: z.string(),
});
export const requestDeferralsViewSchema = z.object({
  /** One for each defect asked for, in the same order. */
  results: z.array(
    z.object({
      issueId: z.string(),
      /** Null where the viewer may not see it. */
      key: z.string().nullable(),
      outcome: z.enum(['requested', 'refused', 'acceptable']),
      /** Set where it was requested. */
      deferralId: z.string().nullable(),
      /** What stands against it; empty unless refused. */
      problems: z.array(deferralProblemSchema),
    }),
  ),
  requested: z.number(),
  refused: z.number(),
});
export type RequestDeferralsView = z.infer<typeof requestDeferralsViewSchema>;

const reasonText = z.string().trim().min(1, 'Say why.').max(2000);
/** Decides about a deferral, as the viewer. */
export const decideDeferralRequestSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('approve'),
    projectId: jiraIdSchema,
    deferralId: deferralIdSchema,
    /** Whether the issue gets one comment with the target and the expiry. */
    comment: z.boolean().default(false),
  }),
  z.object({ act: z.literal('refuse'), projectId: jiraIdSchema, deferralId: deferralIdSchema, because: reasonText }),
  z.object({
    act: z.literal('extend'),
    projectId: jiraIdSchema,
    deferralId: deferralIdSchema,
    because: reasonText,
    expiresOn: dateSchema,
  }),
  z.object({ act: z.literal('withdraw'), projectId: jiraIdSchema, deferralId: deferralIdSchema, because: reasonText }),
  /** One that expired or was withdrawn holds again, until exactly this day. */
  z.object({
    act: z.literal('reinstate'),
    projectId: jiraIdSchema,
    deferralId: deferralIdSchema,
    because: reasonText,
    expiresOn: dateSchema,
  }),
]);
export const decideDeferralViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), state: deferralStateSchema, sentence: z.string() }),
  /** It stays as it is; `message` says what is missing. */
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);

export const deferralRowSchema = z.object({
  id: z.string(),
  defect: z.object({
    id: z.string(),
    key: z.string(),
    summary: z.string(),
    severity: severitySchema.nullable(),
    status: z.string(),
    open: z.boolean(),
  }),
  /** By the time of the view: one past its expiry is expired, whether or not anybody noticed yet. */
  state: deferralStateSchema,
  /** It is this defect's k-th deferral: "deferred k times". */
  k: z.number(),
  reason: reasonSchema,
  rationale: z.string(),
  control: z.string().nullable(),
  target: releaseSchema,
  /** Releases that it was planned for when it was requested. */
  from: z.array(releaseSchema),
  requestedBy: personSchema,
  requestedAt: z.string(),
  /** Null until somebody decided. */
  approver: personSchema.nullable(),
  decidedAt: z.string().nullable(),
  expiresAt: z.string(),
  /** Whole days until it expires; null unless it holds. */
  daysLeft: z.number().nullable(),
  /** Who decides next, as a sentence; null where nothing waits. */
  waitsFor: z.string().nullable(),
  /** Whether it waits for the viewer's approval. */
  waitsForViewer: z.boolean(),
  /** 0 to 100; null where it has none yet. */
  score: z.number().nullable(),
  /** What the viewer may do with it. */
  may: z.object({
    approve: z.boolean(),
    refuse: z.boolean(),
    extend: z.boolean(),
    withdraw: z.boolean(),
    reinstate: z.boolean(),
  }),
  /** The latest day for an extension or a reinstatement; null where neither can be. */
  latestDay: dateSchema.nullable(),
  /** Oldest first. `who` is null where the app did it. */
  events: z.array(z.object({ at: z.string(), title: z.string(), who: personSchema.nullable(), because: z.string().nullable() })),
});
export type DeferralRow = z.infer<typeof deferralRowSchema>;

/** The register of a project. */
export const deferralsViewSchema = z.object({
  now: z.string(),
  /** Changes whenever anything here may have changed. */
  revision: z.string(),
  project: projectSchema,
  /** What waits for the viewer first, then what holds (what expires next first), then what is over (newest first). */
  rows: z.array(deferralRowSchema),
  /** Deferrals of defects that the viewer may not see. They are in no sum either. */
  hidden: z.number(),
  /** More than is shown: only the newest of those that are over are. */
  more: z.boolean(),
  sums: z.object({
    waiting: z.number(),
    active: z.number(),
    /** Ids of deferrals that expire in the next 14 days. */
    expiring: z.array(z.string()),
    /** Ids of deferrals that wait for the viewer's approval. */
    forViewer: z.array(z.string()),
    /** What each release goes out with: the deferrals that hold of defects planned for it, and the sum of their scores. */
    releases: z.array(
      z.object({
        release: releaseSchema,
        deferrals: z.number(),
        risk: z.number(),
        unscored: z.number(),
        ids: z.array(z.string()),
      }),
    ),
  }),
});
export type DeferralsView = z.infer<typeof deferralsViewSchema>;

/** The deferrals of one defect, for the panel. The request is the panel's. */
export const deferralsOfViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  issue: z.object({ id: z.string(), key: z.string() }),
  /** The one that is requested or holds. */
  present: deferralRowSchema.nullable(),
  /** The others, newest first. */
  earlier: z.array(deferralRowSchema),
  /** How often it was deferred so far. */
  times: z.number(),
  /** Why it cannot be deferred now; null where it can be asked for. */
  refusal: z.string().nullable(),
});
export type DeferralsOfView = z.infer<typeof deferralsOfViewSchema>;

export const exportDeferralsRequestSchema = z.object({ projectId: jiraIdSchema, format: z.enum(['csv', 'json']) });
export const exportDeferralsViewSchema = z.object({
  text: z.string(),
  fileName: z.string(),
  rows: z.number(),
  hidden: z.number(),
});

/** The calls of everything that shows deferrals. */
export const deferralCalls = {
  /** What the dialog offers. */
  deferralOptions: { request: deferralOptionsRequestSchema, view: deferralOptionsViewSchema },
  requestDeferrals: { request: requestDeferralsRequestSchema, view: requestDeferralsViewSchema },
  decideDeferral: { request: decideDeferralRequestSchema, view: decideDeferralViewSchema },
  /** The register of a project. */
  deferrals: { request: projectRequestSchema, view: deferralsViewSchema },
  /** Of one defect. */
  deferralsOf: { request: panelRequestSchema, view: deferralsOfViewSchema },
  exportDeferrals: { request: exportDeferralsRequestSchema, view: exportDeferralsViewSchema },
} as const;
