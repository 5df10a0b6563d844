import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { startSandbox, type Sandbox } from './compose';
import { generateShop } from './data';

jest.setTimeout(60_000);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const timeOf = ({ body }: Answer): { now: string } => z.object({ now: z.string() }).parse(JSON.parse(body));
const traceSchema = z.object({ next: z.number(), entries: z.array(z.object({ kind: z.string() })) });
const traceOf = ({ body }: Answer): z.infer<typeof traceSchema> => traceSchema.parse(JSON.parse(body));

describe('the sandbox’s server', () => {
  let sandbox: Sandbox;
  const findings: string[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({
      port: 0,
      seed: generateShop({ size: 20, seed: 1 }),
      appRoot: join(__dirname, 'forge/fixture-app'),
      quiet: true,
      referee: (method, path, status) => (path.includes('/myself') ? [`${method} seen with ${status}`] : []),
    });
    findings.push(...sandbox.refereeFindings());
  });
  afterAll(() => sandbox.stop());

  /** Not `fetch`, which would not let a test choose Host, Origin or Cookie. */
  const send = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(`${sandbox.url}${path}`, { method, headers }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }));
      });
      outgoing.on('error', reject).end(body);
    });
  const basic = (email: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${email}:token`).toString('base64')}`,
  });
  const whoAmI = async (headers: Record<string, string>): Promise<unknown> =>
    JSON.parse((await send('GET', '/rest/api/3/myself', headers)).body);

  it('knows who asks', async () => {
    expect(await whoAmI({})).toMatchObject({ emailAddress: 'rhea@example.com' });
    expect(await whoAmI(basic('dev@example.com'))).toMatchObject({ emailAddress: 'dev@example.com' });
    const { accountId } = z.object({ accountId: z.string() }).parse(await whoAmI(basic('qa@example.com')));
    expect(await whoAmI({ cookie: `sandbox-user=${encodeURIComponent(accountId)}` })).toMatchObject({
      emailAddress: 'qa@example.com',
    });
    expect((await send('GET', '/rest/api/3/myself', basic('nobody@example.com'))).status).toBe(401);
    expect(sandbox.refereeFindings().slice(findings.length)).toContain('GET /rest/api/3/myself -> 200: GET seen with 200');
  });

  it('answers to its own names only', async () => {
    expect((await send('GET', '/rest/api/3/myself', { host: 'evil.example' })).status).toBe(421);
    expect((await send('GET', '/rest/api/3/myself', { host: `localhost:${new URL(sandbox.url).port}` })).status).toBe(200);
  });

  it('takes writes of browsers from its own pages only', async () => {
    const write = async (headers: Record<string, string>): Promise<number> =>
      (await send('POST', '/sandbox/faults', headers, '{}')).status;
    expect(await write({})).toBe(200);
    expect(await write({ origin: sandbox.url })).toBe(200);
    expect(await write({ origin: 'http://evil.example' })).toBe(403);
    expect(await write({ origin: 'null' })).toBe(403);
    expect(await write({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await write({ cookie: 'sandbox-user=a' })).toBe(403);
    expect(await write({ cookie: 'sandbox-user=a', 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('moves its clock, and every answer carries it', async () => {
    const before = timeOf(await send('GET', '/sandbox/clock'));
    const moved = await send('POST', '/sandbox/clock', {}, '{"advance":"2h"}');
    const { now } = timeOf(moved);
    const passed = Date.parse(now) - Date.parse(before.now);
    expect(passed).toBeGreaterThanOrEqual(7_200_000);
    expect(passed).toBeLessThan(7_210_000);
    expect(moved.headers['date']).toBe(new Date(now).toUTCString());
    expect((await send('POST', '/sandbox/clock', {}, '{"advance":"soon"}')).status).toBe(400);
    expect((await send('POST', '/sandbox/clock', {}, '{"back":"1h"}')).status).toBe(400);
  });

  it('says when it rests and what happened', async () => {
    const { next } = traceOf(await send('GET', '/sandbox/trace'));
    await send('POST', '/webtrigger/hook', {}, 'hello');
    expect(JSON.parse((await send('GET', '/sandbox/idle')).body)).toEqual({ idle: true });
    const { entries } = traceOf(await send('GET', `/sandbox/trace?since=${next}`));
    expect(entries.map(({ kind }) => kind)).toEqual(['kvs', 'function']);
  });

  it('serves web triggers with paths and queries of their own', async () => {
    expect(await send('POST', '/webtrigger/hook/deeper?a=1&a=2', { 'x-signature': 's' }, 'hello')).toMatchObject({
      status: 202,
      body: 'taken',
    });
    expect((await send('POST', '/webtrigger/none')).status).toBe(404);
  });

  it('sets faults and switches, and refuses what it does not know', async () => {
    expect(JSON.parse((await send('POST', '/sandbox/faults', {}, '{"functions":"fail"}')).body)).toMatchObject({
      functions: 'fail',
    });
    expect((await send('POST', '/webtrigger/hook')).status).toBe(500);
    expect((await send('POST', '/sandbox/faults', {}, '{"function":"fail"}')).status).toBe(400);
    expect(JSON.parse((await send('POST', '/sandbox/switches', {}, '{"sqlJson":"object"}')).body)).toMatchObject({
      sqlJson: 'object',
    });
    expect((await send('POST', '/sandbox/unknown')).status).toBe(404);
  });

  it('counts what the database does', async () => {
    await send('POST', '/sandbox/sql', {}, '{"reset":true}');
    expect(JSON.parse((await send('GET', '/sandbox/sql')).body)).toEqual({
      queries: 0,
      milliseconds: 0,
      slowest: [],
      dmlPeakPerSecond: 0,
      statementPeakPerSecond: 0,
    });
    expect((await send('POST', '/sandbox/sql', {}, '{}')).status).toBe(400);
  });

  it('marks accounts for the app’s next report', async () => {
    const marked = await send('POST', '/sandbox/accounts', {}, '{"accountId":"a","status":"closed"}');
    expect(JSON.parse(marked.body)).toMatchObject({ marked: [{ accountId: 'a', status: 'closed' }], reported: [] });
    expect((await send('POST', '/sandbox/accounts', {}, '{"accountId":"a","status":"gone"}')).status).toBe(400);
  });

  it('uninstalls the app and installs it again', async () => {
    const installed = async (): Promise<unknown> => JSON.parse((await send('GET', '/sandbox/installed')).body);
    const page = async (): Promise<number> =>
      (await send('GET', '/settings/apps/holdpoint', { cookie: 'sandbox-user=sandbox%3Aadmin' })).status;
    await send('POST', '/sandbox/faults', {}, '{}');
    expect([await installed(), await page()]).toMatchObject([{ installed: true, sqlTables: 0 }, 200]);
    expect((await send('POST', '/sandbox/install')).status).toBe(400);
    expect(JSON.parse((await send('POST', '/sandbox/uninstall')).body)).toEqual({ installed: false, sqlTables: 0, kvsKeys: 0 });
    expect([(await send('POST', '/webtrigger/hook')).status, await page()]).toEqual([404, 404]);
    expect((await send('POST', '/sandbox/uninstall')).status).toBe(400);
    expect(JSON.parse((await send('POST', '/sandbox/install')).body)).toMatchObject({ installed: true, sqlTables: 0 });
    expect((await send('POST', '/webtrigger/hook')).status).toBe(202);
  });

  it('starts anew', async () => {
    expect((await send('POST', '/sandbox/reset')).status).toBe(200);
    expect(timeOf(await send('GET', '/sandbox/clock')).now).toMatch(/^2026-11-02T09:0/);
    expect(JSON.parse((await send('GET', '/sandbox/switches')).body)).toMatchObject({ sqlJson: 'text' });
    expect((await send('POST', '/webtrigger/hook')).status).toBe(202);
    expect(sandbox.clock.now().getTime()).toBeLessThan(Date.parse('2026-11-02T10:00:00Z'));
  });
});
