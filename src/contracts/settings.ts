import { z } from 'zod';
import { deferralPolicySchema } from './deferral-settings';
import { forecastSettingsSchema } from './forecast-settings';
import { notificationRulesSchema } from './notification-settings';
import { ownershipSettingsSchema } from './ownership-settings';
import { commitRulesSchema, failurePolicySchema, maskingSettingsSchema } from './pipeline-settings';
import { scoringSettingsSchema } from './scoring-settings';
import { modeSchema, severitySchema, stateSchema } from './screen';
import { triageSettingsSchema } from './triage-settings';

const stageKey = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, 'A stage key is 1 to 30 lower-case letters, digits and dashes.');
const count = z.number().int('Use a whole number.').min(0, 'A limit cannot be negative.').max(9999, 'A limit is at most 9999.');
const name = z.string().trim().min(1, 'Give it a name.').max(80, 'A name has at most 80 characters.');
export const anyTier = 'any';
export const anySeverity = 'any';

/** Every area's settings as one document. `schema` grows with its shape. */
export const settingsSchema = z.object({
  schema: z.literal(1),
  /** Names of the work types that are defects, and of those that are release tickets. */
  defectTypes: z.array(name).min(1, 'Name at least one work type that is a defect.').max(20),
  releaseTypes: z.array(name).min(1, 'Name at least one work type that is a release ticket.').max(20),
  /** In promotion order. A stage without a gate lets everything pass and publishes nothing: locks that guard it hold. */
  stages: z
    .array(
      z.object({
        key: stageKey,
        name,
        gated: z.boolean(),
        /** What pipelines call it, beside its key, e.g. `prod` and `live`. */
        environments: z.array(name).max(20).default([]),
      }),
    )
    .min(1, 'There must be at least one stage.')
    .max(12),
  tiers: z.array(name).max(20),
  /** Modes per project id and stage key; `observe` where nothing is said. */
  projects: z.record(z.string(), z.record(z.string(), modeSchema)),
  /** Severity x stage x customer tier -> most open allowed. */
  openDefects: z.array(z.object({ stage: stageKey, severity: severitySchema, tier: z.string().max(80), most: count })).max(200),
  /** Resolution target per severity in calendar days from creation; null sets none. */
  slaTargetDays: z.object({
    S1: z.number().int().min(1).max(3650).nullable(),
    S2: z.number().int().min(1).max(3650).nullable(),
    S3: z.number().int().min(1).max(3650).nullable(),
    S4: z.number().int().min(1).max(3650).nullable(),
  }),
  /** Severity (or any) x stage -> most open defects past their target. */
  slaBreached: z
    .array(z.object({ stage: stageKey, severity: z.union([severitySchema, z.literal(anySeverity)]), most: count }))
    .max(100),
  /** How much of Jira's hourly budget the reading of whole projects may use, in points. */
  reading: z
    .object({
      pointsPerHour: z
        .number()
        .int('Use a whole number.')
        .min(500, 'With less than 500 points an hour a reading would not end.')
        .max(100_000, 'Jira gives no app more than 100,000 points an hour.'),
    })
    .default({ pointsPerHour: 20_000 }),
  /** How long is kept what no decision rests on, in days: who opened what, and sightings. The ledger is kept for ever. */
  retention: z
    .object({
      accessDays: z
        .number()
        .int('Use a whole number.')
        .min(30, 'Keep it for at least 30 days.')
        .max(3650, 'Ten years is the most.'),
      sightingDays: z
        .number()
        .int('Use a whole number.')
        .min(30, 'Keep them for at least 30 days.')
        .max(3650, 'Ten years is the most.'),
    })
    .default({ accessDays: 400, sightingDays: 730 }),
  /** When failed tests become defects. */
  failures: failurePolicySchema,
  /** How defects are weighed. */
  scoring: scoringSettingsSchema,
  /** How long people have to decide what becomes of a defect. */
  triage: triageSettingsSchema,
  /** When releases freeze. */
  forecast: forecastSettingsSchema,
  masking: maskingSettingsSchema,
  commits: commitRulesSchema,
  /** When a defect may be left for a later release. */
  deferrals: deferralPolicySchema,
  /** Who answers for what. */
  ownership: ownershipSettingsSchema,
  /** Who is told of what. */
  notifications: notificationRulesSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsViewSchema = z.object({
  settings: settingsSchema,
  /** Grows by one with each save; 0 while nothing has been saved. */
  revision: z.number(),
  /** Set where the stored document could not be read: what is wrong. The settings shown are then the defaults and gates are unknown. */
  damaged: z.string().nullable(),
  projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  now: z.string(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

export const previewRequestSchema = z.object({ settings: z.unknown() });
export const saveRequestSchema = z.object({ settings: z.unknown(), revision: z.number().int().min(0) });

/** Something in a settings document that cannot stand: where (a path such as `openDefects.2.most`) and what to do. */
export const settingsProblemSchema = z.object({ path: z.string(), message: z.string() });
export type SettingsProblem = z.infer<typeof settingsProblemSchema>;

export const previewViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invalid'), problems: z.array(settingsProblemSchema) }),
  z.object({
    kind: z.literal('preview'),
    /** E.g. "This would hold 4.1.3 (production) and open nothing." */
    sentence: z.string(),
    /** Verdicts that would change, over every unreleased version of every project. */
    changes: z.array(
      z.object({
        projectKey: z.string(),
        version: z.string(),
        stage: z.string(),
        from: stateSchema,
        to: stateSchema,
        because: z.string(),
      }),
    ),
    /** Versions that were judged. */
    judged: z.number(),
  }),
]);
export type PreviewView = z.infer<typeof previewViewSchema>;

export const saveViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), revision: z.number() }),
  z.object({ kind: z.literal('invalid'), problems: z.array(settingsProblemSchema) }),
  /** Somebody else saved in between. */
  z.object({ kind: z.literal('conflict'), revision: z.number() }),
]);
