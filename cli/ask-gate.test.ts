import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { askPublished } from './ask-gate';
import { jiraOf, jiraOrSandbox } from './environment';
import { Jira } from './jira';
import { usualPatience } from './patience';
import { realWorld } from './world';

/** A Jira of a few answers, by path; and what it was asked. */
const answers = new Map<string, { status: number; body: unknown; headers?: Record<string, string> }>();
const asked: { path: string; authorization: string }[] = [];
let server: Server;
let base: string;

const stage = {
  ...{ mode: 'enforce', state: 'held', sentence: 'No.', rule: 'open-defects', value: 2, limit: 0, jql: 'project = "SHOP"' },
  ...{ at: '2026-11-02T09:00:00.000Z', until: '2026-11-02T09:15:00.000Z', build: null },
};
const verdict = (more: object = {}) => ({
  ...{ schema: 1, version: '10012', name: '4.2.0', head: 'ab12', at: stage.at, until: stage.until },
  stages: { production: { ...stage, ...more } },
});
const date = { date: 'Mon, 02 Nov 2026 09:05:00 GMT' };
const defect = (key: string, project: string) => ({
  key,
  fields: {
    summary: key,
    status: { name: 'Open' },
    priority: null,
    assignee: null,
    project: { id: project, key: key.split('-')[0] },
  },
});

beforeAll(async () => {
  server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    asked.push({ path, authorization: request.headers.authorization ?? '' });
    const { status, body, headers } = answers.get(path) ?? { status: 404, body: {} };
    response.writeHead(status, { ...date, ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  answers.clear();
  asked.length = 0;
  answers.set('/rest/api/3/project/SHOP/versions', { status: 200, body: [{ id: '10012', name: '4.2.0', projectId: 10000 }] });
  answers.set('/rest/api/3/project/SHOP/properties/holdpoint.gates.10012', { status: 200, body: { value: verdict() } });
  answers.set('/rest/api/3/search/jql', {
    status: 200,
    body: { issues: [defect('SHOP-1', '10000'), defect('HR-7', '10009')], nextPageToken: 'more' },
  });
  answers.set('/rest/api/3/search/approximate-count', { status: 200, body: { count: 60 } });
});

const token = ['no', 'token', 'of', 'anybody'].join('-');
const jira = () =>
  new Jira(
    { base, account: { email: 'ci@example.com', token } },
    { ...realWorld, wait: async () => undefined },
    { ...usualPatience, tries: 3 },
  );
const ask = () => askPublished({ project: 'SHOP', version: '4.2.0', stage: 'production' }, jira());

test('a held gate comes with its reasons, its head, and the defects of its own project', async () => {
  const { answer, projectId } = await ask();
  expect(answer).toMatchObject({ exitCode: 1, state: 'held', head: { hash: 'ab12' }, at: stage.at });
  expect(answer.reasons).toEqual([{ rule: 'open-defects', value: 2, limit: 0 }]);
  expect(answer.defects).toEqual({
    shown: [{ key: 'SHOP-1', summary: 'SHOP-1', status: 'Open', priority: null, assignee: null }],
    more: 58,
  });
  expect(projectId).toBe('10000');
  expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from(`ci@example.com:${token}`).toString('base64')}`);
});

test('an open gate asks for no defects, and a search that is refused leaves the verdict as it is', async () => {
  answers.set('/rest/api/3/search/jql', { status: 403, body: {} });
  expect((await ask()).answer).toMatchObject({ exitCode: 1, defects: null });
  const open = { status: 200, body: { value: verdict({ state: 'open', rule: null }) } };
  answers.set('/rest/api/3/project/SHOP/properties/holdpoint.gates.10012', open);
  asked.length = 0;
  expect((await ask()).answer).toMatchObject({ exitCode: 0, reasons: [], defects: null });
  expect(asked.map(({ path }) => path)).not.toContain('/rest/api/3/search/jql');
});

test.each([
  [401, {}, 'check JIRA_EMAIL and JIRA_API_TOKEN', true, 1],
  [404, {}, 'has no project SHOP', false, 1],
  [429, {}, 'answered 429', false, 3],
  [500, {}, 'answered 500', false, 3],
  [302, { location: 'https://login.example.org/?next=a' }, 'points to login.example.org', true, 1],
])('%i is unknown, and says what to do', async (status, headers, words, lasting, calls) => {
  answers.set('/rest/api/3/project/SHOP/versions', { status, body: {}, headers });
  const got = await ask();
  expect(got.answer).toMatchObject({ exitCode: 2, state: 'unknown' });
  expect(got.answer.sentence).toContain(words);
  expect(got.answer.sentence).not.toContain(token);
  expect([got.lasting, asked.length]).toEqual([lasting, calls]);
});

test('what is not Jira, a version that is not there, and a verdict that is not published are unknown', async () => {
  answers.set('/rest/api/3/project/SHOP/properties/holdpoint.gates.10012', { status: 404, body: {} });
  expect((await ask()).answer.sentence).toContain('published no verdict for 4.2.0 yet');
  answers.set('/rest/api/3/project/SHOP/versions', { status: 200, body: [] });
  expect((await ask()).answer.sentence).toBe('Project SHOP has no version "4.2.0".');
  answers.set('/rest/api/3/project/SHOP/versions', { status: 200, body: { hello: 1 } });
  expect((await ask()).answer.sentence).toContain('not what Jira documents');
  const nobody = new Jira({ base: 'http://127.0.0.1:9', account: null }, realWorld, { ...usualPatience, tries: 1 });
  const { answer } = await askPublished({ project: 'SHOP', version: '4.2.0', stage: 'production' }, nobody);
  expect(answer).toMatchObject({
    exitCode: 2,
    sentence: '127.0.0.1:9 could not be asked for project SHOP: nothing answers there.',
  });
});

test.each([
  [{ JIRA_BASE_URL: 'http://jira.example.com' }, 'must be asked by https'],
  [{ JIRA_BASE_URL: 'jira' }, 'not the address of a site'],
  [{ JIRA_BASE_URL: 'https://me:secret@jira.example.com' }, 'holds a name or a password'],
  [{ JIRA_BASE_URL: 'https://jira.example.com', JIRA_EMAIL: 'ci@example.com' }, 'JIRA_API_TOKEN is missing'],
  [{ JIRA_EMAIL: 'ci@example.com', JIRA_API_TOKEN: 'x' }, 'JIRA_BASE_URL is missing'],
])('a configuration that cannot be used is refused without being quoted (%#)', (variables, words) => {
  expect(() => jiraOf(undefined, variables)).toThrow(words);
  expect(() => jiraOf(undefined, variables)).not.toThrow('secret@');
});

test('an address may have a path, and what is set to nothing is not set', () => {
  const variables = { JIRA_BASE_URL: 'https://api.example.com/ex/jira/1-2/', JIRA_EMAIL: ' ', JIRA_API_TOKEN: '' };
  expect(jiraOf(undefined, variables)).toEqual({ base: 'https://api.example.com/ex/jira/1-2', account: null });
  expect(jiraOf(undefined, { JIRA_BASE_URL: '' })).toBeNull();
  expect(jiraOrSandbox(undefined, {}).base).toBe('http://127.0.0.1:4750');
});
