import { defaultSettings } from './defaults';
import { differences } from './differences';
import { settingsProblems } from './problems';
import { gatedStages, modeOf } from './settings';
import type { Settings } from './settings';

const row = { stage: 'production', severity: 'S4', tier: 'any', most: 1 } as const;
const withRow = (parts: Partial<Settings['openDefects'][number]>) => ({
  openDefects: [...defaultSettings.openDefects, { ...row, ...parts }],
});

test('the defaults can stand', () => {
  expect(settingsProblems(defaultSettings)).toEqual([]);
});

const cases: [string, Partial<Settings>, string][] = [
  ['a row of a stage that is not there', withRow({ stage: 'moon' }), 'openDefects.6.stage'],
  ['a row of a stage without a gate', withRow({ stage: 'canary' }), 'openDefects.6.stage'],
  ['a row of an unknown tier', withRow({ tier: 'gold' }), 'openDefects.6.tier'],
  ['a row that is there twice', withRow({ severity: 'S3' }), 'openDefects.6'],
  [
    'a stage key that is there twice',
    { stages: [...defaultSettings.stages, { key: 'test', name: 'Again', gated: false }] },
    'stages.4.key',
  ],
  ['a tier that is there twice', { tiers: ['enterprise', 'standard', 'trial', 'Trial'] }, 'tiers.3'],
  ['a tier called any', { tiers: ['enterprise', 'standard', 'trial', 'any'] }, 'tiers.3'],
  ['a work type that is both', { releaseTypes: ['bug'] }, 'releaseTypes.0'],
  ['a mode of a stage that is not there', { projects: { '10000': { moon: 'enforce' } } }, 'projects.10000.moon'],
  [
    'an SLA row of a stage that is not there',
    { slaBreached: [{ stage: 'moon', severity: 'any', most: 0 }] },
    'slaBreached.0.stage',
  ],
];

test.each(cases)('%s is a problem at its place', (_what, parts, path) => {
  expect(settingsProblems({ ...defaultSettings, ...parts }).map((problem) => problem.path)).toEqual([path]);
});

test('where nothing is said a gate observes', () => {
  const settings: Settings = { ...defaultSettings, projects: { '1': { production: 'enforce' } } };
  expect([modeOf(settings, '1', 'production'), modeOf(settings, '1', 'staging'), modeOf(settings, '2', 'production')]).toEqual([
    'enforce',
    'observe',
    'observe',
  ]);
});

test('stages with a gate keep their order', () => {
  expect(gatedStages(defaultSettings).map((stage) => stage.key)).toEqual(['staging', 'production']);
});

test('differences name what changed by its path', () => {
  expect(differences({ a: 1, b: { c: [1], d: 2 } }, { a: 1, b: { c: [1, 2], e: 3 } })).toEqual([
    { path: 'b.c', from: [1], to: [1, 2] },
    { path: 'b.d', from: 2, to: null },
    { path: 'b.e', from: null, to: 3 },
  ]);
});
