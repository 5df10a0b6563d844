import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDeferredField, readIssues, readProjects } from './commit-facts';
import { Freezes } from './freezes';
import { Jira } from './jira';
import { realWorld } from './world';

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
  const access = { base: site, account: { email: 'dev@example.com', token } };
  return { asked, jira: new Jira(access, { ...realWorld, wait: () => Promise.resolve() }) };
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
  const { jira, asked } = await siteAnswering(later, { ...later, status: 503 }, { status: 200, body: projects });
  expect([...(await readProjects(jira))]).toEqual(['SHOP', 'OPS']);
  expect(asked).toHaveLength(3);
});

test.each<[string, Parameters<typeof siteAnswering>[0], RegExp]>([
  ['stays busy', { ...later, status: 500 }, /answered 500 when asked for the list of projects; try again/],
  ['refuses', { status: 401 }, /does not let dev@example\.com read/],
  [
    'takes the caller for nobody',
    { status: 200, headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, body: projects },
    /does not let dev@example\.com read/,
  ],
  ['does not offer it', { status: 501 }, /answered 501 .* Or check the keys alone with --offline/],
  [
    'sends elsewhere',
    { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    /points to 127\.0\.0\.1:9, where nothing is sent/,
  ],
  ['is none of Jira', { status: 200, body: '<html>' }, /is it a Jira site/],
  ['is of another Jira', { status: 200, body: '[]' }, /not what Jira documents/],
  ['shows nothing', { status: 200, body: '{"isLast":true,"values":[]}' }, /shows no project/],
])('a site that %s is not a pass, and the token stays unsaid', async (_name, answer, sentence) => {
  const { jira } = await siteAnswering(answer);
  const said = await readProjects(jira).catch((error: unknown) => String(error));
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
  const { jira, asked } = await siteAnswering(
    { status: 200, body: JSON.stringify({ issues: [issue('SHOP-1'), issue('NEW-7')] }) },
    { status: 200, body: JSON.stringify({ issues: [issue('NEW-7')] }) },
    { status: 200, body: JSON.stringify({ issues: [] }) },
  );
  const found = await readIssues(jira, ['SHOP-1', 'SHOP-2', 'SHOP-3']);
  expect([...found].map(([key, { key: now }]) => [key, now])).toEqual([
    ['SHOP-1', 'SHOP-1'],
    ['SHOP-2', 'NEW-7'],
  ]);
  expect(asked).toHaveLength(3);
});

test('a deferral counts while its day is not over, and only where the site has the field', async () => {
  const issue = (key: string, until: unknown) => ({
    key,
    fields: {
      ...{ summary: 'Round', status: { name: 'Open', statusCategory: { key: 'new' } }, issuetype: { name: 'Bug' } },
      customfield_10107: until,
    },
  });
  const fields = [{ id: 'summary' }, { id: 'customfield_10107', key: 'a__b__static__deferred-until', schema: { custom: 'x' } }];
  const { jira } = await siteAnswering(
    { status: 200, body: JSON.stringify(fields) },
    { status: 200, body: JSON.stringify([{ id: 'summary' }]) },
    {
      status: 200,
      body: JSON.stringify({
        issues: [
          issue('SHOP-1', '2026-12-12T23:59:59.000+0000'),
          issue('SHOP-2', '2026-11-01T23:59:59.000+0000'),
          issue('SHOP-3', null),
          issue('SHOP-4', 'some day'),
        ],
      }),
    },
  );
  expect([await readDeferredField(jira), await readDeferredField(jira)]).toEqual(['customfield_10107', null]);
  const deferring = { field: 'customfield_10107', now: '2026-11-02T09:00:00.000Z' };
  const found = await readIssues(jira, ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'], { deferring, freezes: null });
  expect([...found.values()].map(({ deferredTo }) => deferredTo)).toEqual([
    'a later release until 12 December 2026',
    null,
    null,
    null,
  ]);
  const [unasked] = [...(await readIssues(jira, ['SHOP-1'])).values()];
  expect(unasked).not.toHaveProperty('deferredTo');
});

describe('freezes', () => {
  const planned = (id: string, ...versions: string[]) => ({
    ...{ id, key: `SHOP-${id}` },
    fixVersions: versions.map((version) => ({ id: version, name: `4.${version}` })),
  });
  const release = (id: string, ...keptOut: string[]) => ({
    ...{ version: { id, name: `4.${id}` }, since: '2026-11-02T09:00:00.000Z', keptOut },
  });
  const published = (isWhole: boolean) => ({
    status: 200,
    body: JSON.stringify({ value: { schema: 1, releases: [release('2', '7', '8'), release('3', '8')], isWhole } }),
  });

  test.each([
    ['is kept out of it', planned('7', '1', '2'), '4.2'],
    ['may be there', planned('6', '2'), null],
    ['has left it again', planned('7', '3'), null],
    ['is planned for nothing', planned('7'), null],
    ['is kept out of another one', planned('8', '1', '3'), '4.3'],
  ])('a defect of a frozen release that %s', async (_what, issue, name) => {
    const { jira } = await siteAnswering(published(true));
    expect(await new Freezes(jira).keepOut(issue)).toBe(name);
  });

  test('a project is asked once, and one without freezes keeps nothing out', async () => {
    const { jira, asked } = await siteAnswering({ status: 404 });
    const freezes = new Freezes(jira);
    expect(await Promise.all(['7', '8', '9'].map((id) => freezes.keepOut(planned(id, '2'))))).toEqual([null, null, null]);
    expect(asked).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof siteAnswering>[0], RegExp]>([
    ['does not have room for all of them', published(false), /SHOP-6 cannot be judged/],
    ['stays busy', { ...later, status: 500 }, /answered 500 when asked for the freezes of SHOP/],
    ['may not be read', { status: 403 }, /does not let dev@example\.com read the freezes of SHOP/],
    ['says something else', { status: 200, body: '{"value":{"schema":2}}' }, /is not what Holdpoint publishes/],
  ])('what a project says that %s is not a pass', async (_what, answer, sentence) => {
    const { jira } = await siteAnswering(answer);
    await expect(new Freezes(jira).keepOut(planned('6', '2'))).rejects.toThrow(sentence);
  });
});
