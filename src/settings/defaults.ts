import { defaultCommitRules, defaultMaskingSettings } from '../environments';
import { defaultNotificationRules } from '../notifications';
import { defaultScoringPolicy } from '../scoring';
import { defaultClockPolicy, defaultDeferralPolicy, defaultFailurePolicy, defaultOwnership } from '../triage';
import type { Settings } from './settings';

/** What holds until an admin saves something else: everything is observed, nothing blocks. */
export const defaultSettings: Settings = {
  schema: 1,
  defectTypes: ['Bug'],
  releaseTypes: ['Release'],
  stages: [
    { key: 'test', name: 'Test', gated: false, environments: ['qa', 'integration'] },
    { key: 'staging', name: 'Staging', gated: true, environments: ['stage', 'preprod', 'pre-production', 'uat'] },
    { key: 'canary', name: 'Canary', gated: false, environments: [] },
    { key: 'production', name: 'Production', gated: true, environments: ['prod', 'live'] },
  ],
  tiers: ['enterprise', 'standard', 'trial'],
  projects: {},
  openDefects: [
    { stage: 'staging', severity: 'S1', tier: 'any', most: 0 },
    { stage: 'staging', severity: 'S2', tier: 'any', most: 3 },
    { stage: 'production', severity: 'S1', tier: 'any', most: 0 },
    { stage: 'production', severity: 'S2', tier: 'enterprise', most: 0 },
    { stage: 'production', severity: 'S2', tier: 'any', most: 2 },
    { stage: 'production', severity: 'S3', tier: 'any', most: 15 },
  ],
  slaTargetDays: { S1: 2, S2: 7, S3: 30, S4: 90 },
  slaBreached: [
    { stage: 'production', severity: 'S1', most: 0 },
    { stage: 'production', severity: 'S2', most: 0 },
  ],
  reading: { pointsPerHour: 20_000 },
  retention: { accessDays: 400, sightingDays: 730 },
  failures: defaultFailurePolicy,
  scoring: defaultScoringPolicy,
  triage: defaultClockPolicy,
  forecast: { freezes: {} },
  masking: defaultMaskingSettings,
  commits: defaultCommitRules,
  deferrals: defaultDeferralPolicy,
  ownership: defaultOwnership,
  notifications: defaultNotificationRules,
};
