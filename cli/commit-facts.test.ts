import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jiraAccess, readIssues, readProjects } from './commit-facts';

/** A site that answers as it is told, one answer after another; the last is repeated. */
async function siteAnswering(...answers: { status: number; headers?: Record<string, string>; body?: string }[]) {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(`${request.method ?? ''} ${request.headers.authorization ?? 'nobody'}`);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    response.writeHead(answer?.status ?? 500, { connection: 'close', ...answer?.headers }).end(answer?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  const site = `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;
  return { asked, access: jiraAccess({ JIRA_BASE_URL: site, JIRA_EMAIL: 'dev@example.com', JIRA_API_TOKEN: token }) };
}
const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;
const token = ['not', 'a', 'token'].join('-');
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const projects = JSON.stringify({ isLast: true, values: [{ key: 'SHOP' }, { key: 'OPS' }] });
const later = { status: 429, headers: { 'retry-after': '0' } };

test('a site that is busy is asked again', async () => {
  const { access, asked } = await siteAnswering(later, { ...later, status: 503 }, { status: 200, body: projects });
  expect([...(await readProjects(access))]).toEqual(['SHOP', 'OPS']);
  expect(asked).toHaveLength(3);
});

test.each<[string, Parameters<typeof siteAnswering>[0], RegExp]>([
  ['stays busy', { ...later, status: 500 }, /answered 500, 4 times/],
  ['refuses', { status: 401 }, /does not let dev@example\.com read/],
  [
    'takes the caller for nobody',
    { status: 200, headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, body: projects },
    /does not let dev@example\.com read/,
  ],
  ['does not offer it', { status: 501 }, /answered 501: check/],
  ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, /answered 302/],
  ['is none of Jira', { status: 200, body: '<html>' }, /not what Jira documents/],
  ['shows nothing', { status: 200, body: '{"isLast":true,"values":[]}' }, /shows no project/],
])('a site that %s is not a pass, and the token stays unsaid', async (_name, answer, sentence) => {
  const { access } = await siteAnswering(answer);
  const said = await readProjects(access).catch((error: unknown) => String(error));
  expect(said).toMatch(sentence);
  expect(said).not.toContain(token);
});

test('an issue that was moved is found by the key that was asked for', async () => {
  const issue = (key: string) => ({
    key,
    fields: {
      summary: 'Round',
      status: { name: 'Open', statusCategory: { key: 'new' } },
      issuetype: { name: 'Bug' },
      resolution: null,
    },
  });
  const { access, asked } = await siteAnswering(
    { status: 200, body: JSON.stringify({ issues: [issue('SHOP-1'), issue('NEW-7')] }) },
    { status: 200, body: JSON.stringify({ issues: [issue('NEW-7')] }) },
    { status: 200, body: JSON.stringify({ issues: [] }) },
  );
  const found = await readIssues(access, ['SHOP-1', 'SHOP-2', 'SHOP-3']);
  expect([...found].map(([key, { key: now }]) => [key, now])).toEqual([
    ['SHOP-1', 'SHOP-1'],
    ['SHOP-2', 'NEW-7'],
  ]);
  expect(asked).toHaveLength(3);
});

test.each<[string, Record<string, string>, RegExp]>([
  ['nothing', {}, /Set JIRA_BASE_URL, JIRA_EMAIL and JIRA_API_TOKEN/],
  ['no address', { JIRA_BASE_URL: 'shop' }, /is not the address of a site/],
  ['an open line', { JIRA_BASE_URL: 'http://shop.example.com', JIRA_EMAIL: 'a', JIRA_API_TOKEN: 'b' }, /over https only/],
  ['no account', { JIRA_BASE_URL: 'https://shop.example.com' }, /Set JIRA_EMAIL and JIRA_API_TOKEN/],
  [
    'the account of another site',
    { JIRA_BASE_URL: 'https://shop.example.com', HOLDPOINT_USER: 'a', HOLDPOINT_TOKEN: 'b' },
    /Set JIRA_EMAIL/,
  ],
])('an environment with %s is refused', (_name, env, sentence) => {
  expect(() => jiraAccess(env)).toThrow(sentence);
});

test("the gate's own names serve as well", () => {
  const access = jiraAccess({ HOLDPOINT_SITE: 'https://shop.example.com/jira', HOLDPOINT_USER: 'dev', HOLDPOINT_TOKEN: token });
  expect(access).toEqual({ site: new URL('https://shop.example.com/jira/'), login: { user: 'dev', token } });
});
