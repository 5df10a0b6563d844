import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import type { Forge } from '../forge/forge';
import { aBench, anApp } from '../jira/jira.fixture';
import { anIssue, aSeed } from '../jira/seed.fixture';
import { createChrome, createDashboard } from './index';

const aRuleModule = (type: string, key: string, name: string): Forge['uiModules'][number] => ({
  type,
  key,
  title: name,
  resource: { key: 'app', directory: 'sandbox/chrome', file: 'chrome.css' },
  resolverFunctionKey: 'resolver-fn',
  manifest: { name, entryPoint: 'edit' },
});

/** The pages over a small real site, asked by HTTP as a browser asks them. */
const forge: Forge = {
  appId: anApp().appId,
  environmentId: anApp().environmentId,
  scopes: ['read:jira-work'],
  uiModules: [
    {
      type: 'jira:projectPage',
      key: 'project-page',
      title: 'Holdpoint',
      resource: { key: 'app', directory: 'sandbox/chrome', file: 'chrome.css' },
      resolverFunctionKey: 'resolver-fn',
      manifest: { pages: [{ title: 'Aging', route: 'aging' }] },
    },
    aRuleModule('jira:workflowCondition', 'open', 'Gate is open'),
    aRuleModule('jira:workflowValidator', 'published', 'Published reason'),
  ],
  contentSecurityPolicy: () => "default-src 'self'; frame-ancestors 'self'; connect-src 'self'",
  invokeResolver: (view, functionKey, payload) => Promise.resolve({ who: view.accountId, functionKey, payload }),
  callWebTrigger: () => Promise.reject(new Error('not in these tests')),
  idle: () => true,
  install: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

let server: Server;
let origin = '';
let entries: readonly { readonly kind: string; readonly what: string }[] = [];

beforeAll(async () => {
  const seed = aSeed({
    issues: [
      anIssue({ id: '10100', key: 'SHOP-1', summary: '<img src=x onerror=alert(1)>' }),
      anIssue({ id: '10102', key: 'SHOP-3', issueTypeId: '10002', fixVersionIds: ['10011'] }),
    ],
  });
  const bench = aBench({
    seed,
    app: anApp({ runFunctionValidator: () => Promise.resolve({ result: false, errorMessage: 'Two <b> hold it.' }) }),
  });
  await bench.call('admin', 'PUT', '/rest/api/3/project/SHOP/properties/gate', { state: 'open' });
  entries = bench.trace.entries;
  const chrome = createChrome({
    forge,
    jira: bench.jira,
    clock: bench.clock,
    trace: bench.trace,
    seed,
    repoRoot: resolve(__dirname, '../..'),
    dashboard: createDashboard(),
  });
  server = createServer((request, response) => void chrome.handle(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const as = (user: string) => ({ cookie: `sandbox-user=${user}` });
const get = (path: string, user = 'dev') => fetch(origin + path, { headers: as(user), redirect: 'manual' });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { method: 'POST', body, headers: { ...as('dev'), origin, ...headers }, redirect: 'manual' });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('the start leads to the app in the home project, whose routes stand in the sidebar', async () => {
  const start = await get('/');
  expect(start.headers.get('location')).toBe('/projects/SHOP/apps/holdpoint');
  const page = await (await get('/projects/SHOP/apps/holdpoint')).text();
  expect(page).toContain('href="/projects/SHOP/apps/holdpoint/aging"');
  expect(page).toContain('Sandbox: development tool on this machine');
  expect(page).toContain(`${origin.replace('127.0.0.1', 'localhost')}/app-resource/project-page/chrome.css`);
});

test('what people wrote stands escaped on the page, which runs no script but its own', async () => {
  const response = await get('/browse/SHOP-1');
  const page = await response.text();
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('<img');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('a refused transition shows Jira’s own words in an alert', async () => {
  const response = await post('/browse/SHOP-3', 'action=transition&transition=41', form);
  const page = await response.text();
  expect(response.status).toBe(400);
  expect(page).toMatch(/role="alert"[^>]*data-testid="transition-error"/);
  expect(page).toContain('Two &lt;b&gt; hold it.');
});

test('an edit goes through Jira and comes back to the issue', async () => {
  const response = await post('/browse/SHOP-1', 'action=edit&field=summary&summary=New+words', form);
  expect(response.headers.get('location')).toBe('/browse/SHOP-1');
  expect(await (await get('/browse/SHOP-1')).text()).toContain('New words');
});

test('who may not see something is told so; administration is for administrators', async () => {
  expect((await get('/browse/SHOP-1', 'outsider')).status).toBe(404);
  expect((await get('/settings/workflows')).status).toBe(403);
  expect(await (await get('/settings/workflows', 'admin')).text()).toContain('Releases');
});

describe('an administrator’s workflow page', () => {
  const address = '/settings/workflows/w-releases';
  const page = async () => (await get(address, 'admin')).text();
  const change = (body: string, user = 'admin') => post(address, body, { ...form, ...as(user) });

  test('removes a rule and adds another, and shows how things stand then', async () => {
    expect(await page()).toContain('aria-label="Remove Gate is open on Deploy to production"');
    expect((await change('action=remove&rule=c1')).headers.get('location')).toBe(address);
    expect(await page()).not.toContain('Gate is open on Deploy to production');
    const added = await change('action=add&transition=51&module=open');
    expect(added.headers.get('location')).toMatch(/^\/settings\/workflows\/w-releases\/rules\/[0-9a-f-]{36}$/);
    const after = await page();
    expect(after).toContain('aria-label="Remove Gate is open on Deploy to production"');
    expect(after).toContain('{&quot;stage&quot;:&quot;production&quot;}');
    expect((await get(added.headers.get('location') ?? '', 'admin')).status).toBe(200);
  });

  test('is not for others, and knows no other action', async () => {
    expect((await change('action=remove&rule=v1', 'dev')).status).toBe(403);
    expect((await change('action=publish')).status).toBe(400);
    expect((await post('/settings/workflows/none', 'action=remove&rule=v1', { ...form, ...as('admin') })).status).toBe(404);
  });
});

test.each(['http://elsewhere.example', 'null', ''])('a change from the origin "%s" is refused', async (foreign) => {
  const headers = foreign === '' ? { cookie: 'sandbox-user=dev' } : { ...as('dev'), origin: foreign };
  for (const path of ['/sandbox-chrome/invoke', '/sandbox-chrome/viewer', '/browse/SHOP-1']) {
    expect((await fetch(origin + path, { method: 'POST', body: '{}', headers })).status).toBe(403);
  }
});

test('the iframe’s own origin may not call as the page', async () => {
  const frame = origin.replace('127.0.0.1', 'localhost');
  expect((await post('/sandbox-chrome/invoke', '{}', { origin: frame })).status).toBe(403);
});

test('invoke runs as the cookie’s user, whatever the call says, and only where that user may look', async () => {
  const call = {
    place: { moduleKey: 'project-page', projectKey: 'SHOP' },
    functionKey: 'readiness',
    payload: { accountId: 'admin' },
  };
  const answer: unknown = await (await post('/sandbox-chrome/invoke', JSON.stringify(call))).json();
  expect(answer).toMatchObject({ ok: true, value: { who: 'dev', functionKey: 'readiness' } });
  const refused = await post('/sandbox-chrome/invoke', JSON.stringify(call), { cookie: 'sandbox-user=outsider' });
  expect(refused.status).toBe(404);
  const smuggled = { ...call, place: { ...call.place, accountId: 'admin' } };
  expect((await post('/sandbox-chrome/invoke', JSON.stringify(smuggled))).status).toBe(400);
});

test('requestJira stays within the app’s scopes', async () => {
  const request = (method: string, restPath: string) => ({
    place: { moduleKey: 'project-page', projectKey: 'SHOP' },
    request: {
      product: 'jira',
      restPath,
      fetchRequestInit: { method, body: method === 'GET' ? null : '{"fields":{"summary":"x"}}', headers: [] },
    },
  });
  const statusOf = async (body: unknown): Promise<unknown> => {
    const answer = await post('/sandbox-chrome/fetch-product', JSON.stringify(body));
    return answer.json();
  };
  expect(await statusOf(request('GET', '/rest/api/3/project/SHOP'))).toMatchObject({ value: { status: 200 } });
  const write = await statusOf(request('PUT', '/rest/api/3/issue/SHOP-1'));
  expect(write).not.toMatchObject({ value: { status: 204 } });
});

test('what the bridge does not model is loud and traced', async () => {
  const request = { product: 'confluence', restPath: '/x', fetchRequestInit: { headers: [] } };
  const body = JSON.stringify({ place: { moduleKey: 'project-page', projectKey: 'SHOP' }, request });
  expect(await (await post('/sandbox-chrome/fetch-product', body)).json()).toMatchObject({
    ok: false,
    message: 'The sandbox does not model requests to confluence',
  });
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'unmodelled', what: 'bridge requests to confluence' }));
});

test.each(['/app-resource/project-page/..%2f..%2fpackage.json', '/app-resource/project-page/%2e%2e%2fjira%2fjira.ts'])(
  'the path %s does not leave the app’s folder',
  async (path) => {
    expect((await get(path)).status).toBe(403);
  },
);

test('the user menu’s choice is remembered; nobody unknown can be chosen', async () => {
  const chosen = await post('/sandbox-chrome/viewer', 'accountId=viewer&back=%2Fprojects', form);
  expect(chosen.headers.get('set-cookie')).toContain('sandbox-user=viewer');
  expect(chosen.headers.get('location')).toBe('/projects');
  expect((await post('/sandbox-chrome/viewer', 'accountId=nobody', form)).status).toBe(400);
  const away = await post('/sandbox-chrome/viewer', 'accountId=viewer&back=%2F%2Felsewhere.example', form);
  expect(away.headers.get('location')).toBe('/');
});
