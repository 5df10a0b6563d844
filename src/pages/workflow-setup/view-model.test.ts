import type { StoredProject } from '../../defects/shell';
import type { EditableWorkflow } from '../../platform/jira';
import { defaultSettings } from '../../settings';
import { workflowSetupView } from './view-model';
import type { SetupFacts, WorkflowFacts } from './view-model';

const project = (id: string, name: string) => ({ id, key: name.toUpperCase(), name }) as StoredProject;
const shop = project('1', 'Shop');
const known = [shop, project('2', 'Pay'), project('3', 'Search'), project('4', 'Mail'), project('5', 'Web')];
const to = { reference: '5', id: '5', name: 'Released', isDone: true };
const bare = { conditions: null, validators: [] };
const workflow = {
  ...{ id: 'w', name: 'Release workflow', version: 3, isEditable: true, isBusy: false },
  transitions: [
    { ...{ id: '1', name: 'Create', type: 'INITIAL' as const, from: [], fromIds: [] }, to, rules: bare },
    { ...{ id: '2', name: 'Hotfix to production', type: 'GLOBAL' as const, from: [], fromIds: [] }, to, rules: bare },
    {
      ...{ id: '3', name: 'Defer', type: 'DIRECTED' as const, from: ['Open', 'Reopened'], fromIds: ['1', '4'] },
      to,
      rules: bare,
    },
  ],
} as unknown as EditableWorkflow;
const facts = (part: Partial<WorkflowFacts> = {}, of: Partial<SetupFacts> = {}): SetupFacts => ({
  ...{ projects: known, project: shop, settings: defaultSettings, people: new Map(), now: '2026-11-02T09:00:00.000Z' },
  workflows: [{ workflow, releases: true, defects: false, projects: ['1'], last: null, ...part }],
  ...of,
});
const first = (of: SetupFacts) => workflowSetupView(of).workflows[0];

test.each([
  ['its own project alone', ['1'], null],
  ['another project', ['1', '2'], '1 other project uses it (Pay): a change counts there too.'],
  ['projects that Holdpoint does not see', ['1', '77'], '1 other project uses it: a change counts there too.'],
  [
    'many projects',
    ['1', '2', '3', '4', '5', '77'],
    '5 other projects use it (Pay, Search, Mail, 2 more): a change counts there too.',
  ],
  ['nobody knows which', null, 'Jira does not say which other projects use it; a change counts in all of them.'],
])('a workflow that is used by %s says so before it is changed', (_what, projects, words) => {
  expect(first(facts({ projects }))?.shared).toBe(words);
});

test('gates are offered to release tickets, deferrals to defects, and to creating a defect the freeze alone', () => {
  const release = first(facts())?.transitions;
  expect(release?.map(({ name, from, suggested }) => [name, from, suggested?.stage])).toEqual([
    ['Hotfix to production', 'any status', 'production'],
    ['Defer', 'Open, Reopened', undefined],
  ]);
  const defect = first(facts({ releases: false, defects: true }))?.transitions;
  const checks = ['deferral', 'freeze', 'map'];
  expect(release?.map(({ offersChecks }) => offersChecks)).toEqual([[], []]);
  expect(defect?.map(({ offersGate, offersChecks, suggested }) => [offersGate, offersChecks, suggested?.checks])).toEqual([
    [false, ['freeze'], undefined],
    [false, checks, undefined],
    [false, checks, ['deferral']],
  ]);
  expect(defect?.map(({ from }) => from)).toEqual([null, 'any status', 'Open, Reopened']);
});

test('the transition map is suggested to defects where it has a line about the transition, until it stands there', () => {
  const line = { project: '1', from: '4', to: '5', needs: [{ kind: 'field' as const, field: 'severity' as const }] };
  const settings = { ...defaultSettings, transitionMap: { rows: [line], moves: [] } };
  const suggested = (releases: boolean, of: EditableWorkflow = workflow) =>
    first(facts({ workflow: of, releases, defects: !releases }, { settings }))?.transitions.map((one) => one.suggested);
  expect(suggested(false)).toEqual([
    null,
    { stage: null, checks: ['map'], because: 'The transition map has a line about this change of status.' },
    {
      ...{ stage: null, checks: ['deferral', 'map'] },
      because: 'It seems to put a defect off. The transition map has a line about this change of status.',
    },
  ]);
  expect(suggested(true)).toMatchObject([{ checks: [] }, null]);
  const rule = { ruleKey: 'forge:expression-validator', parameters: { key: 'ari/static/transition-allowed', config: '{}' } };
  const there = { conditions: null, validators: [rule] };
  const carried = { ...workflow, transitions: workflow.transitions.map((one) => ({ ...one, rules: there })) };
  expect(suggested(false, carried)).toEqual([
    null,
    null,
    { stage: null, checks: ['deferral'], because: 'It seems to put a defect off.' },
  ]);
  const released = first(facts({ workflow: carried }))?.transitions[1];
  expect([released?.offersChecks, released?.map, released?.words]).toEqual([
    ['map'],
    true,
    'lets a defect through only as the transition map allows',
  ]);
});

test('a project without release tickets, and settings without a gate, are told what is missing', () => {
  const stages = defaultSettings.stages.map((stage) => ({ ...stage, gated: false }));
  expect(workflowSetupView(facts({}, { settings: { ...defaultSettings, stages } })).lack).toMatch(/No stage has a gate/);
  expect(workflowSetupView(facts({ releases: false })).lack).toMatch(/Shop has no work type "Release"/);
  expect(workflowSetupView(facts()).lack).toBeNull();
});

test('a workflow that Jira keeps as it is says why', () => {
  expect(first(facts({ workflow: { ...workflow, isEditable: false } }))?.obstacle).toMatch(
    /does not let this workflow be edited/,
  );
});
