import { freezePolicySchema } from '../../../../src/contracts/freeze-settings';
import { overridePolicySchema } from '../../../../src/contracts/override-settings';
import { stopLinePolicySchema } from '../../../../src/contracts/stop-line-settings';
import type { Settings } from '../../../../src/contracts/settings';
import {
  moveStage,
  problemsOf,
  removeStage,
  setMode,
  setPointsPerHour,
  setRetention,
  setTarget,
  stageKey,
} from './edit-settings';
import { changeRow } from './gates/edit-gates';
import { pipelineSettings } from './pipeline-settings.fixture';

const row = { stage: 'production', breach: 'holds', most: 0, releaseAt: null } as const;
const settings: Settings = {
  schema: 1,
  defectTypes: ['Bug'],
  releaseTypes: ['Release'],
  stages: [
    { key: 'staging', name: 'Staging', gated: true, environments: [] },
    { key: 'production', name: 'Production', gated: true, environments: ['prod'] },
    { key: 'archive', name: 'Archive', gated: false, environments: [] },
  ],
  tiers: ['enterprise'],
  projects: { '1': { staging: 'warn' } },
  gates: {
    byProject: { '1': { rows: [{ rule: 'sla-breached', ...row, severity: 'S1' }], without: [] } },
    delegated: 'nothing',
    freshHours: {},
    overrides: overridePolicySchema.parse({}),
    freezes: freezePolicySchema.parse({}),
    stopTheLine: stopLinePolicySchema.parse({}),
    rows: [
      { rule: 'open-defects', ...row, stage: 'staging', severity: 'S1', tier: 'any' },
      { rule: 'open-defects', ...row, severity: 'S2', tier: 'enterprise', most: 3 },
      { rule: 'sla-breached', ...row, severity: 'any' },
    ],
  },
  slaTargetDays: { S1: 2, S2: 7, S3: null, S4: null },
  reading: { pointsPerHour: 20_000 },
  retention: { accessDays: 400, sightingDays: 730 },
  forecast: { freezes: {} },
  scope: { projects: {} },
  ...pipelineSettings,
};

test('a mode is set beside the others', () => {
  expect(setMode('1', 'production', 'enforce')(settings).projects).toStrictEqual({
    '1': { staging: 'warn', production: 'enforce' },
  });
  expect(setMode('2', 'staging', 'observe')(settings).projects['2']).toStrictEqual({ staging: 'observe' });
});

test('a removed stage takes its rows along', () => {
  const left = removeStage(1)(settings);
  expect(left.stages.map(({ key }) => key)).toStrictEqual(['staging', 'archive']);
  expect(left.gates.rows.map(({ stage }) => stage)).toStrictEqual(['staging']);
  expect(left.gates.byProject['1']?.rows).toStrictEqual([]);
});

test('stages move in promotion order and stop at the ends', () => {
  expect(moveStage(0, 1)(settings).stages.map(({ key }) => key)).toStrictEqual(['production', 'staging', 'archive']);
  expect(moveStage(0, -1)(settings)).toStrictEqual(settings);
  expect(moveStage(2, 1)(settings)).toStrictEqual(settings);
});

test('the budget of readings is set, and each time that records are kept', () => {
  expect(setPointsPerHour(5_000)(settings).reading).toStrictEqual({ pointsPerHour: 5_000 });
  expect(setRetention('accessDays', 90)(settings).retention).toStrictEqual({ accessDays: 90, sightingDays: 730 });
  expect(setRetention('sightingDays', 365)(settings).retention).toStrictEqual({ accessDays: 400, sightingDays: 365 });
});

test.each([
  ['Pre-production (EU)', 'pre-production-eu'],
  ['2nd canary', 'nd-canary'],
  ['预发布', 'stage'],
  ['Staging', 'staging-2'],
])('%s gets the key %s', (name, key) => {
  expect(stageKey(name, ['staging'])).toBe(key);
});

test('problems name their path in words for people', () => {
  const limit = { rule: 'open-defects', ...row, severity: 'S2', tier: 'any' } as const;
  expect(problemsOf(settings)).toStrictEqual([]);
  expect(problemsOf(changeRow(1, { ...limit, most: Number.NaN })(settings))).toStrictEqual([
    { path: 'gates.rows.1.most', message: 'Use a whole number.' },
  ]);
  expect(problemsOf(changeRow(1, { ...limit, most: -1 })(settings))).toStrictEqual([
    { path: 'gates.rows.1.most', message: 'A limit cannot be negative.' },
  ]);
  expect(problemsOf(setTarget('S1', 0)(settings))[0]?.path).toBe('slaTargetDays.S1');
});

test.each([
  [setPointsPerHour(Number.NaN), 'reading.pointsPerHour', 'Use a whole number.'],
  [setPointsPerHour(499), 'reading.pointsPerHour', 'With less than 500 points an hour a reading would not end.'],
  [setPointsPerHour(100_001), 'reading.pointsPerHour', 'Jira gives no app more than 100,000 points an hour.'],
  [setRetention('accessDays', 29), 'retention.accessDays', 'Keep it for at least 30 days.'],
  [setRetention('accessDays', Number.NaN), 'retention.accessDays', 'Use a whole number.'],
  [setRetention('sightingDays', 3651), 'retention.sightingDays', 'Ten years is the most.'],
])('a budget or a time that cannot stand is told at its field (%#)', (edit, path, message) => {
  expect(problemsOf(edit(settings))).toStrictEqual([{ path, message }]);
});
