import type { BridgeView } from '../../../src/contracts/bridge';
import { deferralPolicySchema } from '../../../src/contracts/deferral-settings';
import { ownershipSettingsSchema } from '../../../src/contracts/ownership-settings';
import type { Settings } from '../../../src/contracts/settings';
import { triageSettingsSchema } from '../../../src/contracts/triage-settings';
import { samplePipelineSettings } from './sample-pipeline-settings';

const settings: Settings = {
  schema: 1,
  defectTypes: ['Bug', '缺陷'],
  releaseTypes: ['Release'],
  stages: [
    { key: 'test', name: 'Test', gated: false, environments: ['qa', 'integration'] },
    { key: 'staging', name: 'Staging', gated: true, environments: ['preprod'] },
    { key: 'production', name: 'Production', gated: true, environments: ['prod', 'live'] },
  ],
  tiers: ['enterprise', 'standard', 'trial'],
  projects: { '10000': { staging: 'enforce', production: 'enforce' } },
  openDefects: [
    { stage: 'staging', severity: 'S1', tier: 'any', most: 3 },
    { stage: 'production', severity: 'S1', tier: 'any', most: 0 },
    { stage: 'production', severity: 'S2', tier: 'enterprise', most: 0 },
    { stage: 'production', severity: 'S3', tier: 'any', most: 20 },
  ],
  slaTargetDays: { S1: 2, S2: 14, S3: 60, S4: null },
  slaBreached: [{ stage: 'production', severity: 'any', most: 0 }],
  reading: { pointsPerHour: 20_000 },
  retention: { accessDays: 400, sightingDays: 730 },
  scoring: {
    weights: { severity: 30, recurrence: 20, users: 20, exposure: 15, workaround: 10, age: 5 },
    halfLifeDays: 14,
    users: 10_000,
  },
  ...samplePipelineSettings,
  deferrals: deferralPolicySchema.parse({}),
  ownership: ownershipSettingsSchema.parse({}),
  triage: triageSettingsSchema.parse(undefined),
  forecast: { freezes: {} },
  notifications: { on: false, quiet: null, rules: [] },
};

/** @param damaged shows a document that cannot be read */
export function sampleSettings(now: string, damaged: boolean): BridgeView<'settings'> {
  const projects = [
    { id: '10000', key: 'SHOP', name: 'Web shop' },
    { id: '10010', key: 'OPS', name: 'Operations' },
  ];
  return { settings, revision: 3, damaged: damaged ? 'It was written by a newer Holdpoint (shape 2).' : null, projects, now };
}

export function samplePreview(): BridgeView<'previewSettings'> {
  const change = {
    projectKey: 'SHOP',
    version: '4.1.3',
    stage: 'Production',
    from: 'open',
    to: 'held',
    because: '1 open S2 defect, 0 allowed.',
  } as const;
  return { kind: 'preview', sentence: 'This would hold 4.1.3 (production) and open nothing.', changes: [change], judged: 3 };
}

export function sampleChoices(values: readonly string[]): BridgeView<'fieldChoices'> {
  return { choices: values.map((value) => ({ value, label: value })) };
}
