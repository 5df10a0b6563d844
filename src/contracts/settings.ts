import { z } from 'zod';
import { deferralPolicySchema } from './deferral-settings';
import { forecastSettingsSchema } from './forecast-settings';
import { gateSettingsSchema } from './gate-settings';
import { notificationRulesSchema } from './notification-settings';
import { ownershipSettingsSchema } from './ownership-settings';
import { commitRulesSchema, failurePolicySchema, maskingSettingsSchema } from './pipeline-settings';
import { scopeSettingsSchema } from './scope-settings';
import { scoringSettingsSchema } from './scoring-settings';
import { modeSchema, stageKeySchema, stateSchema } from './screen';
import { breachSettingsSchema, transitionMapSchema } from './transition-map-settings';
import { triageSettingsSchema } from './triage-settings';

const name = z.string().trim().min(1, 'Give it a name.').max(80, 'A name has at most 80 characters.');

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
        key: stageKeySchema,
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
  /** What releases must meet to enter their stages. */
  gates: gateSettingsSchema,
  /** Resolution target per severity in calendar days from creation; null sets none. */
  slaTargetDays: z.object({
    S1: z.number().int().min(1).max(3650).nullable(),
    S2: z.number().int().min(1).max(3650).nullable(),
    S3: z.number().int().min(1).max(3650).nullable(),
    S4: z.number().int().min(1).max(3650).nullable(),
  }),
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
  /** How much of a release is kept for defects. */
  scope: scopeSettingsSchema,
  masking: maskingSettingsSchema,
  commits: commitRulesSchema,
  /** When a defect may be left for a later release. */
  deferrals: deferralPolicySchema,
  /** Who answers for what. */
  ownership: ownershipSettingsSchema,
  /** What a change of a defect's status needs. */
  transitionMap: transitionMapSchema,
  /** What becomes of releases past their gate. */
  breaches: breachSettingsSchema,
  /** Who is told of what. */
  notifications: notificationRulesSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** Something about the gates that can stand but is hardly meant. */
export const gateWarningSchema = z.object({
  kind: z.enum(['shadowed', 'gap', 'laxer', 'never-met', 'never-breached']),
  /** Key of the stage. */
  stage: z.string(),
  /** Its place in `gates.rows`; null where it is about the whole gate. */
  row: z.number().nullable(),
  sentence: z.string(),
  /** What to do. */
  advice: z.string(),
});
export type GateWarning = z.infer<typeof gateWarningSchema>;

export const settingsViewSchema = z.object({
  settings: settingsSchema,
  /** About the gates of these settings. */
  warnings: z.array(gateWarningSchema),
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
    /** About the gates as they would be. */
    warnings: z.array(gateWarningSchema),
  }),
]);
export type PreviewView = z.infer<typeof previewViewSchema>;

export const saveViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), revision: z.number() }),
  z.object({ kind: z.literal('invalid'), problems: z.array(settingsProblemSchema) }),
  /** Somebody else saved in between. */
  z.object({ kind: z.literal('conflict'), revision: z.number() }),
]);
