import type { BridgeView } from '../../../src/contracts/bridge';
import { deferralPolicySchema } from '../../../src/contracts/deferral-settings';
import { gateSettingsSchema } from '../../../src/contracts/gate-settings';
import { ownershipSettingsSchema } from '../../../src/contracts/ownership-settings';
import type { Settings } from '../../../src/contracts/settings';
import { triageSettingsSchema } from '../../../src/contracts/triage-settings';
import { samplePipelineSettings } from './sample-pipeline-settings';

const warnings: BridgeView<'settings'>['warnings'] = [
  {
    ...{ kind: 'gap', stage: 'production', row: null },
    sentence: 'Nothing limits open S2 defects in Production, and no gate comes after it.',
    advice: 'Add a limit on open defects for each severity that must not ship.',
  },
  {
    ...{ kind: 'shadowed', stage: 'production', row: 17 },
    sentence:
      'This decides nothing: whatever it counts, the row on defects past their resolution target counts too, and that allows none.',
    advice: 'Remove it, or allow more there.',
  },
];

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
  gates: gateSettingsSchema.parse({
    rows: [
      { rule: 'open-defects', stage: 'staging', severity: 'S1', tier: 'any', most: 3 },
      { rule: 'open-defects', stage: 'production', severity: 'S1', tier: 'any', most: 0 },
      { rule: 'open-defects', stage: 'production', severity: 'S2', tier: 'enterprise', most: 0 },
      { rule: 'open-defects', stage: 'production', severity: 'S3', tier: 'any', most: 20 },
      { rule: 'sla-breached', stage: 'production', severity: 'any', most: 0 },
      { rule: 'missing-severity', stage: 'production', most: 0, breach: 'warns' },
      { rule: 'score-ceiling', stage: 'production', ceiling: 80, most: 3, releaseAt: 1 },
      { rule: 'aging', stage: 'production', severity: 'S2', percentile: 95, most: 2 },
      { rule: 'escape-rate', stage: 'production', windowDays: 30, atMost: 10 },
      { rule: 'deferrals-valid', stage: 'production', daysLeft: 7 },
      { rule: 'freeze-violations', stage: 'production', most: 0 },
      { rule: 'no-worse-than-last', stage: 'production', severity: 'any', breach: 'warns' },
      { rule: 'blockers-nominated', stage: 'production' },
      { rule: 'unverified-fixes', stage: 'production', most: 0 },
      { rule: 'change-since', stage: 'production' },
      { rule: 'soak-time', stage: 'production', hours: 24 },
      { rule: 'rollback-readiness', stage: 'production', items: ['target', 'migrations'], breach: 'warns' },
      { rule: 'manual-check', stage: 'production', name: 'Support team briefed', role: 'Support', hours: 24 },
      { rule: 'sla-breached', stage: 'production', severity: 'S1', most: 0 },
    ],
  }),
  slaTargetDays: { S1: 2, S2: 14, S3: 60, S4: null },
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
  scope: { projects: {} },
  transitionMap: {
    rows: [
      {
        ...{ project: 'any', from: 'any', to: '10104' },
        needs: [
          { kind: 'deployed', stage: 'production' },
          { kind: 'field', field: 'workaround' },
        ],
      },
    ],
    moves: [{ project: '10000', on: 'verified', stage: 'staging', from: '10102', to: '10103' }],
  },
  breaches: { takeBack: ['10000'] },
  notifications: { on: false, quiet: null, rules: [] },
};

/** @param damaged shows a document that cannot be read */
export function sampleSettings(now: string, damaged: boolean): BridgeView<'settings'> {
  const projects = [
    { id: '10000', key: 'SHOP', name: 'Web shop' },
    { id: '10010', key: 'OPS', name: 'Operations' },
  ];
  return {
    settings,
    warnings,
    revision: 3,
    damaged: damaged ? 'It was written by a newer Holdpoint (shape 2).' : null,
    projects,
    now,
  };
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
  return {
    kind: 'preview',
    sentence: 'This would hold 4.1.3 (production) and open nothing.',
    changes: [change],
    judged: 3,
    warnings,
  };
}

export function sampleChoices(values: readonly string[]): BridgeView<'fieldChoices'> {
  return { choices: values.map((value) => ({ value, label: value })) };
}

/** The same gates as SHOP has them: one row is tighter, one is its own, and one is left out. */
export function sampleProjectGates(may: string | null): BridgeView<'projectGates'> {
  const { stages, tiers, gates } = settings;
  const site = gates.rows;
  const rows = [
    ...site.slice(0, -1).map((row, n) => (n === 1 && 'most' in row ? { ...row, most: 0, releaseAt: null } : row)),
    { rule: 'soak-time' as const, stage: 'production', breach: 'holds' as const, hours: 24 },
  ];
  return {
    ...{ project: { id: '10000', key: 'SHOP', name: 'Web shop' }, stages, tiers, freezes: gates.freezes, rows, site },
    ...{ delegated: 'tighter', may: may === 'nothing' || may === 'tighter' ? may : 'anything', administers: may !== 'nothing' },
    ...{ warnings: [], revision: 3 },
  };
}
