import type { Forge, UiModule } from '../forge/forge';
import { aBench, anApp } from '../jira/jira.fixture';
import { aSeed } from '../jira/seed.fixture';
import { createDashboard } from './dashboard';
import { buildView, ViewRefusal } from './module-view';
import type { ChromeParts } from './parts';
import type { Place } from './place';
import { JiraRefusal, viewerJira } from './viewer-jira';

const aModule = (type: string, key: string, manifest: UiModule['manifest'] = {}): UiModule => ({
  type,
  key,
  title: key,
  resource: { key: 'app', directory: 'static/app/dist', file: `${key}.html` },
  resolverFunctionKey: 'resolver-fn',
  manifest,
});

const forge: Forge = {
  appId: 'ari:cloud:ecosystem::app/5a7e1d2c',
  environmentId: 'sandbox0',
  scopes: ['read:jira-work'],
  uiModules: [
    aModule('jira:projectPage', 'project-page'),
    aModule('jira:issueContext', 'panel'),
    aModule('jira:adminPage', 'settings'),
    aModule('jira:customField', 'defect-severity', { entryPoint: 'edit' }),
    aModule('jira:workflowValidator', 'published', { entryPoint: 'edit' }),
    aModule('jira:workflowCondition', 'open', { entryPoint: 'edit' }),
    aModule('jira:dashboardGadget', 'gadget'),
    aModule('jira:globalPage', 'global'),
  ],
  contentSecurityPolicy: () => '',
  invokeResolver: () => Promise.reject(new Error('not in these tests')),
  callWebTrigger: () => Promise.reject(new Error('not in these tests')),
  idle: () => true,
  install: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

function aSite() {
  const seed = aSeed();
  const { jira, clock, trace } = aBench({ seed, app: anApp() });
  const parts: ChromeParts = { forge, jira, clock, trace, seed, repoRoot: '/repo', dashboard: createDashboard() };
  const view = (accountId: string, place: Place) => buildView(parts, viewerJira(jira, accountId), accountId, place);
  return { parts, view };
}

const project = { id: '10000', key: 'SHOP', type: 'software' };

test('a project page is told its project', async () => {
  const { extension, accountId } = await aSite().view('dev', { moduleKey: 'project-page', projectKey: 'SHOP' });
  expect(extension).toEqual({ type: 'jira:projectPage', project });
  expect(accountId).toBe('dev');
});

test('an issue panel is told its issue and the project', async () => {
  const { extension } = await aSite().view('dev', { moduleKey: 'panel', issueKey: 'SHOP-1' });
  expect(extension).toEqual({
    type: 'jira:issueContext',
    issue: { id: '10100', key: 'SHOP-1', type: 'Bug', typeId: '10001' },
    project,
  });
});

test('who may not see an issue gets no screen for it', async () => {
  const { view } = aSite();
  await expect(view('viewer', { moduleKey: 'panel', issueKey: 'SHOP-2' })).rejects.toThrow(JiraRefusal);
  await expect(view('outsider', { moduleKey: 'project-page', projectKey: 'SHOP' })).rejects.toThrow(JiraRefusal);
});

async function severityField(parts: ChromeParts): Promise<string> {
  const answer = await viewerJira(parts.jira, 'dev').write('POST', '/rest/api/3/issue', {
    fields: { project: { key: 'SHOP' }, issuetype: { id: '10001' }, summary: 'probe' },
  });
  expect(answer).toHaveProperty('key');
  const response = await parts.jira.handle({
    method: 'GET',
    path: '/rest/api/3/field',
    headers: {},
    body: '',
    actor: { kind: 'user', accountId: 'dev' },
    scopes: null,
  });
  const found = JSON.stringify(response.body).match(/"id":"(customfield_\d+)","key":"[^"]*__static__defect-severity"/);
  return found?.[1] ?? '';
}

test('a field’s editor gets the stored value on an issue and none on the create form', async () => {
  const { parts, view } = aSite();
  const fieldId = await severityField(parts);
  const onIssue = await view('dev', { moduleKey: 'defect-severity', issueKey: 'SHOP-1', fieldId, renderContext: 'issue-view' });
  expect(onIssue.extension).toMatchObject({
    type: 'jira:customField',
    entryPoint: 'edit',
    fieldId,
    fieldValue: 'S1',
    renderContext: 'issue-view',
    issue: { key: 'SHOP-1' },
    project,
  });
  const onCreate = await view('dev', {
    moduleKey: 'defect-severity',
    projectKey: 'SHOP',
    fieldId,
    renderContext: 'issue-create',
  });
  expect(onCreate.extension).toMatchObject({ fieldValue: null, renderContext: 'issue-create', project });
  expect(onCreate.extension).not.toHaveProperty('issue');
});

test('a field that is not the module’s is refused', async () => {
  const place: Place = { moduleKey: 'defect-severity', issueKey: 'SHOP-1', fieldId: 'summary', renderContext: 'issue-view' };
  await expect(aSite().view('dev', place)).rejects.toThrow(ViewRefusal);
});

test('the admin page is for administrators', async () => {
  const { view } = aSite();
  await expect(view('dev', { moduleKey: 'settings' })).rejects.toThrow('administrator');
  expect((await view('admin', { moduleKey: 'settings' })).extension).toEqual({ type: 'jira:adminPage' });
});

test('a rule’s page gets the saved configuration under the name of its kind, the newest first', async () => {
  const { parts, view } = aSite();
  const validator = await view('admin', { moduleKey: 'published', ruleId: 'v1' });
  expect(validator.extension).toMatchObject({
    validatorConfig: '{"stage":"production"}',
    isNewEditor: true,
    workflowId: 'w-releases',
  });
  const condition = await view('admin', { moduleKey: 'open', ruleId: 'c1' });
  expect(condition.extension).toMatchObject({ conditionConfig: '{"stage":"production"}' });
  parts.jira.saveRuleConfig('v1', '{"stage":"staging"}');
  expect((await view('admin', { moduleKey: 'published', ruleId: 'v1' })).extension).toMatchObject({
    validatorConfig: '{"stage":"staging"}',
  });
});

test('a gadget is told what was saved of it, and which of its pages it is', async () => {
  const { parts, view } = aSite();
  parts.dashboard.add('gadget');
  const [gadget] = parts.dashboard.gadgets();
  const place: Place = { moduleKey: 'gadget', gadgetId: gadget?.id ?? '' };
  expect((await view('dev', { ...place, gadgetMode: 'edit' })).extension).toEqual({
    ...{ type: 'jira:dashboardGadget', entryPoint: 'edit', gadget: { id: gadget?.id }, dashboard: { id: parts.dashboard.id } },
    gadgetConfiguration: {},
  });
  parts.dashboard.configure(gadget?.id ?? '', { versionId: '7' });
  expect((await view('dev', place)).extension).toMatchObject({ entryPoint: 'view', gadgetConfiguration: { versionId: '7' } });
  parts.dashboard.remove(gadget?.id ?? '');
  await expect(view('dev', place)).rejects.toThrow(ViewRefusal);
});

test.each([
  ['a rule of another module', { moduleKey: 'published', ruleId: 'c1' }, 'no such rule'],
  ['an unknown screen', { moduleKey: 'nothing' }, 'has no screen'],
  ['a module that is not modelled', { moduleKey: 'global' }, 'does not model the module jira:globalPage'],
])('%s is refused loudly', async (_name, place, message) => {
  await expect(aSite().view('admin', place)).rejects.toThrow(message);
});
