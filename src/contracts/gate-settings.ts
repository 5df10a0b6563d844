import { z } from 'zod';
import { freezePolicySchema } from './freeze-settings';
import { overridePolicySchema } from './override-settings';
import { severitySchema, stageKeySchema } from './screen';
import { stopLinePolicySchema } from './stop-line-settings';

export const anyTier = 'any';
export const anySeverity = 'any';
const hours = z.number().int('Use a whole number.').min(1, 'At least an hour.').max(8760, 'At most a year.');
const count = z.number().int('Use a whole number.').min(0, 'A limit cannot be negative.').max(9999, 'A limit is at most 9999.');

/** Of every row: the stage it guards, and whether a breach holds the gate or only warns. */
const row = { stage: stageKeySchema, breach: z.enum(['holds', 'warns']).default('holds') };
/** Of rows that count: the most allowed, and at how many a held gate opens again (null: at the most allowed). */
const counted = { ...row, most: count, releaseAt: count.nullable().default(null) };
const severityOrAny = z.union([severitySchema, z.literal(anySeverity)]);

/** One row of the gates' policy; what each means stands with its rule in src/gates/rules. */
export const gateRowSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('open-defects'), ...counted, severity: severitySchema, tier: z.string().max(80) }),
  z.object({ rule: z.literal('missing-severity'), ...counted }),
  z.object({ rule: z.literal('sla-breached'), ...counted, severity: severityOrAny }),
  z.object({
    rule: z.literal('score-ceiling'),
    ...counted,
    ceiling: z.number().int('Use a whole number.').min(0, 'A score is at least 0.').max(100, 'A score is at most 100.'),
  }),
  z.object({
    ...{ rule: z.literal('aging'), ...counted, severity: severityOrAny },
    percentile: z.union([z.literal(50), z.literal(85), z.literal(95)]),
  }),
  z.object({
    ...{ rule: z.literal('escape-rate'), ...row, windowDays: z.union([z.literal(30), z.literal(90)]) },
    atMost: z.number().min(0, 'A share is at least 0 percent.').max(100, 'A share is at most 100 percent.'),
  }),
  z.object({ rule: z.literal('deferrals-valid'), ...row, daysLeft: count.default(0) }),
  z.object({
    ...{ rule: z.literal('freeze-violations'), ...counted },
    /** Null for what the freeze itself admits. */
    admits: z.array(severitySchema).max(4).nullable().default(['S1', 'S2']),
  }),
  z.object({ rule: z.literal('no-worse-than-last'), ...row, severity: severityOrAny, byHowMany: count.default(0) }),
  z.object({ rule: z.literal('blockers-nominated'), ...row, undecided: z.enum(['holds', 'passes']).default('passes') }),
  z.object({ rule: z.literal('unverified-fixes'), ...counted }),
  z.object({ rule: z.literal('change-since'), ...row }),
  z.object({ rule: z.literal('promotion-order'), ...row }),
  z.object({ rule: z.literal('train-members'), ...row }),
  z.object({
    ...{ rule: z.literal('soak-time'), ...row },
    hours,
  }),
  z.object({
    ...{ rule: z.literal('rollback-readiness'), ...row },
    items: z
      .array(z.enum(['target', 'returning', 'migrations', 'dependants']))
      .min(1, 'Ask for at least one item.')
      .max(4),
    mostReturning: count.default(0),
    targetDays: z.number().int('Use a whole number.').min(1, 'At least a day.').max(3650, 'Ten years is the most.').default(90),
  }),
  z.object({
    ...{ rule: z.literal('manual-check'), ...row },
    name: z.string().trim().min(1, 'Say what is confirmed.').max(80, 'At most 80 characters.'),
    role: z.string().trim().min(1, 'Name the project role that confirms it.').max(255, 'A role has at most 255 characters.'),
    evidence: z.enum(['link', 'text']).default('link'),
    /** For so many hours a confirmation is good; null: as long as the builds are the same. */
    hours: hours.nullable().default(null),
  }),
]);
export type GateRow = z.infer<typeof gateRowSchema>;

const tooMany = 'At most 400 rows.';
const mostProjects = 300;
/** Of all projects together, so that the document fits what can be stored. */
const mostOwnRows = 600;

/** What a project has of its own: rows that replace those of all projects or come beside them, and keys of those that it leaves out. */
const ownGatesSchema = z.object({
  rows: z.array(gateRowSchema).max(400, tooMany),
  without: z.array(z.string().max(400)).max(400, tooMany),
});

/** What people who administer a project may change of its gates. */
export const delegations = ['nothing', 'tighter', 'anything'] as const;

/** What releases must meet to enter their stages. */
export const gateSettingsSchema = z.object({
  rows: z.array(gateRowSchema).max(400, tooMany),
  /** By the id of a project: how its gates differ from those of all projects. */
  byProject: z
    .record(z.string().regex(/^\d{1,18}$/), ownGatesSchema)
    .refine((all) => Object.keys(all).length <= mostProjects, `At most ${mostProjects} projects have gates of their own.`)
    .refine(
      (all) => Object.values(all).reduce((sum, { rows, without }) => sum + rows.length + without.length, 0) <= mostOwnRows,
      `Projects have at most ${mostOwnRows} rows of their own altogether.`,
    )
    .default({}),
  delegated: z.enum(delegations).default('nothing'),
  overrides: overridePolicySchema,
  /** When the app stops the line of a release by itself. */
  stopTheLine: stopLinePolicySchema,
  freezes: freezePolicySchema,
  /** How old the newest fact that pipelines told may be, by its kind and in hours; kinds that are left out may be of any age. */
  freshHours: z.partialRecord(z.enum(['builds', 'runs', 'commits', 'deployments']), hours).default({}),
});
