import { defaultBranchRule } from '../environments/commits';
import type { GateRow } from '../gates';
import { defaultSettings } from './defaults';
import { differences } from './differences';
import { settingsProblems } from './problems';
import { gatedStages, modeOf } from './settings';
import type { Settings } from './settings';

const row = {
  rule: 'open-defects',
  stage: 'production',
  breach: 'holds',
  severity: 'S4',
  tier: 'any',
  most: 1,
  releaseAt: null,
} as const;
const late = { rule: 'sla-breached', stage: 'production', breach: 'holds', severity: 'any', most: 0, releaseAt: null } as const;
const withRow = (parts: Partial<Omit<Extract<GateRow, { rule: 'open-defects' }>, 'rule'>>) => ({
  gates: { ...defaultSettings.gates, rows: [...defaultSettings.gates.rows, { ...row, ...parts }] },
});

const { masking, commits, failures } = defaultSettings;
const canary = (...environments: string[]) => ({
  stages: defaultSettings.stages.map((stage) => (stage.key === 'canary' ? { ...stage, environments } : stage)),
});
const withBranch = (branch: string, version: 'none' | 'exact') => ({
  commits: { ...commits, branches: [...commits.branches, { ...defaultBranchRule, branch, version }] },
});
const known = (text: string) => ({ match: { kind: 'text', text }, reason: 'The stand moves.', until: null }) as const;

test('the defaults can stand', () => {
  expect(settingsProblems(defaultSettings)).toEqual([]);
});

const cases: [string, Partial<Settings>, string][] = [
  ['a row of a stage that is not there', withRow({ stage: 'moon' }), 'gates.rows.8.stage'],
  ['a row of a stage without a gate', withRow({ stage: 'canary' }), 'gates.rows.8.stage'],
  ['a row of an unknown tier', withRow({ tier: 'gold' }), 'gates.rows.8.tier'],
  [
    'a row about the stage before in the first stage',
    {
      stages: defaultSettings.stages.map((stage) => ({ ...stage, gated: true })),
      gates: { ...defaultSettings.gates, rows: [{ rule: 'change-since', stage: 'test', breach: 'warns' }] },
    },
    'gates.rows.0.stage',
  ],
  ['a row that is there twice', withRow({ severity: 'S3' }), 'gates.rows.8'],
  [
    'a stage key that is there twice',
    { stages: [...defaultSettings.stages, { key: 'test', name: 'Again', gated: false, environments: [] }] },
    'stages.4.key',
  ],
  ['a tier that is there twice', { tiers: ['enterprise', 'standard', 'trial', 'Trial'] }, 'tiers.3'],
  ['a tier called any', { tiers: ['enterprise', 'standard', 'trial', 'any'] }, 'tiers.3'],
  ['a row that opens again above its limit', withRow({ releaseAt: 2 }), 'gates.rows.8.releaseAt'],
  [
    'a class of reasons to override that is there twice',
    {
      gates: {
        ...defaultSettings.gates,
        overrides: {
          ...defaultSettings.gates.overrides,
          reasons: ['Harmless', 'No harm'].map((name) => ({ key: 'harmless', name })),
        },
      },
    },
    'gates.overrides.reasons.1.key',
  ],
  ['a work type that is both', { releaseTypes: ['bug'] }, 'releaseTypes.0'],
  ['a mode of a stage that is not there', { projects: { '10000': { moon: 'enforce' } } }, 'projects.10000.moon'],
  [
    'an SLA row of a stage that is not there',
    { gates: { ...defaultSettings.gates, rows: [{ ...late, stage: 'moon' }] } },
    'gates.rows.0.stage',
  ],
  ['a stage that pipelines call as another one', canary('shadow', ' QA'), 'stages.2.environments.1'],
  ["a stage that pipelines call by another one's key", canary('Production'), 'stages.2.environments.0'],
  [
    'a flaky failure that waits for more runs than it is judged over',
    { failures: { ...failures, flaky: { rate: 0.2, over: 5, atLeast: 6 } } },
    'failures.flaky.atLeast',
  ],
  [
    'a known failure without a word',
    { failures: { ...failures, known: [known('Timeout *'), known('* ...')] } },
    'failures.known.1.match.text',
  ],
  [
    'a form of an id that would mask words',
    { masking: { ...masking, standard: { ...masking.standard, nationalIdPatterns: ['99-AA-9999', 'AAAAA'] } } },
    'masking.standard.nationalIdPatterns.1',
  ],
  [
    'the same in the rules of one environment',
    { masking: { ...masking, environments: { 'eu.live': { ...masking.standard, nationalIdPatterns: ['99'] } } } },
    'masking.environments.eu.live.nationalIdPatterns.0',
  ],
  ['a branch that has two rules', withBranch('main', 'none'), 'commits.branches.4.branch'],
  ['a branch that asks for a version without having one', withBranch('support', 'exact'), 'commits.branches.4.branch'],
];

test.each(cases)('%s is a problem at its place', (_what, parts, path) => {
  expect(settingsProblems({ ...defaultSettings, ...parts }).map((problem) => problem.path)).toEqual([path]);
});

test('a stage may be called by its own key, and by names of its own in any case', () => {
  expect(settingsProblems({ ...defaultSettings, ...canary('Canary', 'shadow', 'Shadow') })).toEqual([]);
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

describe('Rows of one project that lost what they rest on', () => {
  const own = (...rows: GateRow[]): Settings => ({
    ...defaultSettings,
    gates: { ...defaultSettings.gates, byProject: { '10000': { rows, without: [] } } },
  });
  const soak: GateRow = { rule: 'soak-time', stage: 'staging', breach: 'holds', hours: 24 };
  const briefed: GateRow = {
    ...{ rule: 'manual-check', stage: 'canary', breach: 'holds', name: 'Support briefed', role: 'Support' },
    ...{ evidence: 'link', hours: null },
  };
  const end = 'Take the rule out of this project, or keep what it rests on.';
  test.each<[string, Settings, string, string]>([
    [
      'a stage',
      own({ ...row, stage: 'moon' }),
      '0.stage',
      `“open S4 defects” into moon, that cannot stay. There is no stage "moon".`,
    ],
    ['a gate', own(soak, briefed), '1.stage', `“Support briefed” into Canary, that cannot stay. The stage "Canary" has no gate.`],
    [
      'a tier',
      own({ ...row, tier: 'gold' }),
      '0.tier',
      `“open S4 defects of gold customers” into Production, that cannot stay. There is no customer tier "gold".`,
    ],
    [
      'the stage before',
      { ...own(soak), stages: defaultSettings.stages.slice(1) },
      '0.stage',
      `“soak time” into Staging, that cannot stay. It asks what happened in the stage before, and there is none.`,
    ],
  ])('%s: the message names the project and the rule, and says what to do', (_what, settings, at, words) => {
    const problems = settingsProblems(settings, (id) => `Web shop (SHOP, ${id})`);
    expect(problems.filter(({ path }) => path.includes('byProject'))).toEqual([
      { path: `gates.byProject.10000.rows.${at}`, message: `Web shop (SHOP, 10000) has a rule of its own, ${words} ${end}` },
    ]);
  });

  test('one whose original is gone stays, as a rule that the project adds', () => {
    const settings = own({ ...row, severity: 'S1', most: 5 });
    expect(settingsProblems({ ...settings, gates: { ...settings.gates, rows: [] } })).toEqual([]);
  });
});
