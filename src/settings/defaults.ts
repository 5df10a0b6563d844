import { defaultCommitRules, defaultMaskingSettings } from '../environments';
import { defaultFreezePolicy, defaultOverridePolicy, defaultStopLinePolicy, emptyTransitionMap } from '../gates';
import type { GateRow } from '../gates';
import type { Severity } from '../kernel/severity';
import { defaultNotificationRules } from '../notifications';
import { defaultScoringPolicy } from '../scoring';
import { defaultClockPolicy, defaultDeferralPolicy, defaultFailurePolicy, defaultOwnership } from '../triage';
import type { Settings } from './settings';

function openDefects(stage: string, severity: Severity, most: number, tier = 'any'): GateRow {
  return { rule: 'open-defects', stage, breach: 'holds', severity, tier, most, releaseAt: null };
}

function slaBreached(stage: string, severity: Severity, most: number): GateRow {
  return { rule: 'sla-breached', stage, breach: 'holds', severity, most, releaseAt: null };
}

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
  gates: {
    rows: [
      openDefects('staging', 'S1', 0),
      openDefects('staging', 'S2', 3),
      openDefects('production', 'S1', 0),
      openDefects('production', 'S2', 0, 'enterprise'),
      openDefects('production', 'S2', 2),
      openDefects('production', 'S3', 15),
      slaBreached('production', 'S1', 0),
      slaBreached('production', 'S2', 0),
    ],
    byProject: {},
    delegated: 'nothing',
    overrides: defaultOverridePolicy,
    stopTheLine: defaultStopLinePolicy,
    freezes: defaultFreezePolicy,
    freshHours: {},
  },
  slaTargetDays: { S1: 2, S2: 7, S3: 30, S4: 90 },
  reading: { pointsPerHour: 20_000 },
  retention: { accessDays: 400, sightingDays: 730 },
  failures: defaultFailurePolicy,
  scoring: defaultScoringPolicy,
  triage: defaultClockPolicy,
  forecast: { freezes: {} },
  scope: { projects: {} },
  masking: defaultMaskingSettings,
  commits: defaultCommitRules,
  deferrals: defaultDeferralPolicy,
  ownership: defaultOwnership,
  transitionMap: emptyTransitionMap,
  breaches: { takeBack: [] },
  notifications: defaultNotificationRules,
};
