import type { Settings } from '../../../../src/contracts/settings';
import {
  addLimit,
  addSlaLimit,
  changeLimit,
  moveStage,
  problemsOf,
  removeStage,
  setMode,
  setPointsPerHour,
  setRetention,
  setTarget,
  stageKey,
} from './edit-settings';
import { pipelineSettings } from './pipeline-settings.fixture';

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
  openDefects: [
    { stage: 'staging', severity: 'S1', tier: 'any', most: 0 },
    { stage: 'production', severity: 'S2', tier: 'enterprise', most: 3 },
  ],
  slaTargetDays: { S1: 2, S2: 7, S3: null, S4: null },
  slaBreached: [{ stage: 'production', severity: 'any', most: 0 }],
  reading: { pointsPerHour: 20_000 },
  retention: { accessDays: 400, sightingDays: 730 },
  forecast: { freezes: {} },
  ...pipelineSettings,
};

test('a mode is set beside the others', () => {
  expect(setMode('1', 'production', 'enforce')(settings).projects).toStrictEqual({
    '1': { staging: 'warn', production: 'enforce' },
  });
  expect(setMode('2', 'staging', 'observe')(settings).projects['2']).toStrictEqual({ staging: 'observe' });
});

test('new rows guard the last gated stage', () => {
  expect(addLimit(settings).openDefects.at(-1)).toStrictEqual({ stage: 'production', severity: 'S1', tier: 'any', most: 0 });
  expect(addSlaLimit(settings).slaBreached.at(-1)).toStrictEqual({ stage: 'production', severity: 'any', most: 0 });
});

test('a removed stage takes its rows along', () => {
  const left = removeStage(1)(settings);
  expect(left.stages.map(({ key }) => key)).toStrictEqual(['staging', 'archive']);
  expect(left.openDefects).toHaveLength(1);
  expect(left.slaBreached).toStrictEqual([]);
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
  expect(problemsOf(settings)).toStrictEqual([]);
  expect(problemsOf(changeLimit(1, { most: Number.NaN })(settings))).toStrictEqual([
    { path: 'openDefects.1.most', message: 'Use a whole number.' },
  ]);
  expect(problemsOf(changeLimit(1, { most: -1 })(settings))).toStrictEqual([
    { path: 'openDefects.1.most', message: 'A limit cannot be negative.' },
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
