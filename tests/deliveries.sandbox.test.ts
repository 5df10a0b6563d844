import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { connectionText, parseConnection } from '../src/contracts/connection';
import { sourceSecretViewSchema, sourcesViewSchema } from '../src/contracts/sources';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import { tablesOf } from './tables';

/** What pipelines send: taken once, proven or refused, worked off whatever dies, and the same store in the end. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
});
afterEach(() => sandbox.control('faults', {}));
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const deployment = (deployment: string) => ({ deployment, environment: 'production', step: 'start', version: '4.2.0' });

describe('A delivery', () => {
  test('is accepted once, and the same key again is a duplicate that changes nothing', async () => {
    const payload = { ...(await pipeline.envelope()), ...deployment('d-once') };
    expect((await pipeline.send('deployment', payload)).status).toBe(202);
    expect(await pipeline.send('deployment', payload)).toMatchObject({
      status: 200,
    });
    expect((await pipeline.send('deployment', { ...payload, key: 'another', environment: 'canary' })).status).toBe(202);
    await sandbox.settle();
    const { facts, deliveries } = await tablesOf(sandbox, projectId);
    expect(deliveries.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(facts.filter(({ body }) => body.includes('d-once'))).toHaveLength(2);
  });

  test.each([
    ['malformed', 400, '{"schema":1'],
    ['malformed', 400, '[]'],
    ['malformed', 400, JSON.stringify({ schema: 1, key: 'k', project: 'SHOP', at: '2026-11-02T09:00:00Z' })],
    ['malformed', 400, JSON.stringify({ schema: 1, key: 'k', project: 'NOPE', at: '2026-11-02T09:00:00Z', ...deployment('d') })],
    ['malformed', 400, JSON.stringify({ schema: 2, key: 'k', project: 'SHOP', at: '2026-11-02T09:00:00Z', ...deployment('d') })],
    ['malformed', 400, '['.repeat(100_000)],
    ['too large', 413, JSON.stringify({ a: 'x'.repeat(410 * 1024) })],
  ])('that is %s is answered %i and kept nowhere', async (_, status, body) => {
    const before = (await tablesOf(sandbox, projectId)).deliveries.length;
    expect((await pipeline.send('deployment', body)).status).toBe(status);
    expect((await tablesOf(sandbox, projectId)).deliveries).toHaveLength(before);
  });

  test('of every kind goes through its own trigger and through the generic one', async () => {
    const at = (await pipeline.envelope()).at;
    const tally = { tests: 10, passed: 10, failed: 0, errors: 0, skipped: 0 };
    const each = [
      ['build', 'build', { build: 'b-1', commit: 'abcdef1' }],
      ['deployment', 'deployment', deployment('d-generic')],
      [
        'incident',
        'incident',
        { incident: 'I-1', title: 'It is down', severity: 'S1', environment: 'production', startedAt: at },
      ],
      ['commits', 'commits', { branch: 'main', commits: [{ sha: 'abcdef1', at, message: 'SHOP-1 Mend it' }] }],
      ['test-results', 'test-run', { kind: 'run', run: 'r-1', environment: 'test', tally }],
      ['test-results', 'sighting', { kind: 'sighting', issue: 'SHOP-3', environment: 'production' }],
    ] as const;
    for (const [trigger, type, payload] of each) {
      expect([type, (await pipeline.send(trigger, { ...(await pipeline.envelope()), ...payload })).status]).toEqual([type, 202]);
      const generic = { ...(await pipeline.envelope()), type, ...payload };
      expect([type, (await pipeline.send('generic', generic)).status]).toEqual([type, 202]);
    }
    await sandbox.settle();
    expect(
      (await tablesOf(sandbox, projectId)).deliveries.filter(({ type, state }) => state !== 'done' && type !== 'sighting'),
    ).toEqual([]);
  });

  test('in parts counts when all of them are there, in whatever order they came', async () => {
    const tally = { tests: 30, passed: 27, failed: 3, errors: 0, skipped: 0 };
    const part = async (n: number) => ({
      ...(await pipeline.envelope()),
      ...{ kind: 'run', run: 'in-parts', suite: 'parts', environment: 'qa', tally, part: { n, of: 3 } },
      failures: [{ name: `test ${n}`, class: 'Parts', message: 'Expected 3 to be 4', trace: null }],
    });
    await pipeline.send('test-results', await part(3));
    await pipeline.send('test-results', await part(1));
    await sandbox.settle();
    const runs = async () => (await tablesOf(sandbox, projectId)).facts.filter(({ body }) => body.includes('"in-parts"'));
    expect(await runs()).toEqual([]);
    await pipeline.send('test-results', await part(2));
    await sandbox.settle();
    const [run] = await runs();
    expect(JSON.parse(run?.body ?? '{}')).toMatchObject({ causes: 1, failures: [{ count: 3 }] });
  });

  test('of an issue that nobody knows waits for a while, and is then said to be unusable', async () => {
    await pipeline.send('test-results', {
      ...(await pipeline.envelope()),
      kind: 'sighting',
      issue: 'SHOP-99999',
      environment: 'production',
    });
    await sandbox.settle();
    await sandbox.advance('16m');
    const { problems } = await sandbox.screen('admin', settingsPage, 'sources', sourcesViewSchema, {});
    expect(problems.map(({ because }) => because)).toContain('SHOP has no defect SHOP-99999 that Holdpoint knows.');
  });

  test('is worked off although functions die and the database stops', async () => {
    await sandbox.control('faults', { seed: 11, kill: 0.2, duplicate: 0.2 });
    const keys = Array.from({ length: 40 }, (_, n) => `killed-${n}`);
    for (const key of keys) {
      const payload = { ...(await pipeline.envelope()), key, ...deployment(key) };
      for (let tries = 0; tries < 20; tries += 1)
        if ([200, 202].includes((await pipeline.send('deployment', payload)).status)) break;
    }
    await sandbox.control('faults', { database: 'stop' });
    expect((await pipeline.send('deployment', { ...(await pipeline.envelope()), ...deployment('d-down') })).status).toBe(503);
    await sandbox.control('faults', {});
    await sandbox.advance('11m');
    const { facts, deliveries } = await tablesOf(sandbox, projectId);
    const stored = keys.filter((key) => facts.some(({ body }) => body.includes(`"${key}"`)));
    expect(stored).toEqual(keys);
    expect(deliveries.filter(({ state, type }) => state === 'waiting' && type === 'deployment')).toEqual([]);
  });
});

describe('A source', () => {
  const made = async (payload: object) => {
    const view = await sandbox.screen('admin', settingsPage, 'createSource', sourceSecretViewSchema, payload);
    if (view.kind === 'refused') throw new Error(view.because);
    return view;
  };

  test('is made once by its name, its secret is shown then and never again, and the ledger of the site says so', async () => {
    const { connection } = await made({ name: 'Nightly Tests', kind: 'holdpoint', projectId });
    const nightly = new Pipeline(sandbox, connection ?? '');
    expect(nightly.connection.source).toBe('nightly-tests');
    expect((await nightly.send('deployment', { ...(await nightly.envelope()), ...deployment('d-nightly') })).status).toBe(202);
    const again = await sandbox.screen('admin', settingsPage, 'createSource', sourceSecretViewSchema, {
      ...{ name: 'nightly tests!', kind: 'holdpoint', projectId: null },
    });
    expect(again).toMatchObject({ kind: 'refused' });
    const listed = JSON.stringify(await sandbox.invoke('admin', settingsPage, 'sources', {}));
    expect(listed).toContain('nightly-tests');
    expect(listed).not.toContain(nightly.connection.secret);
    expect(await sandbox.functionLog()).not.toContain(nightly.connection.secret);
  });

  test('keeps its old secret for the overlap, and none of them once it is revoked', async () => {
    const { connection, id } = await made({ name: 'Rotating', kind: 'holdpoint', projectId: null });
    const old = new Pipeline(sandbox, connection ?? '');
    const rotated = await sandbox.screen('admin', settingsPage, 'rotateSource', sourceSecretViewSchema, { id, overlapHours: 1 });
    const fresh = new Pipeline(sandbox, rotated.kind === 'made' ? (rotated.connection ?? '') : '');
    const send = async (with_: Pipeline) =>
      (await with_.send('deployment', { ...(await with_.envelope()), ...deployment('d-rotating') })).status;
    expect([await send(old), await send(fresh)]).toEqual([202, 202]);
    expect((await old.gate('SHOP', '4.2.0', 'production')).status).toBe(409);
    await sandbox.advance('61m');
    expect([await send(old), await send(fresh)]).toEqual([401, 202]);
    expect((await old.gate('SHOP', '4.2.0', 'production')).status).toBe(401);
    await sandbox.screen('admin', settingsPage, 'revokeSource', z.object({}), { id });
    expect([await send(old), await send(fresh)]).toEqual([401, 401]);
    expect((await fresh.gate('SHOP', '4.2.0', 'production')).status).toBe(401);
  });

  test('of GitHub and of GitLab is proven by their own schemes, and what they tell becomes facts', async () => {
    const github = await made({ name: 'shop on GitHub', kind: 'github', projectId });
    const body = JSON.stringify({
      deployment_status: { state: 'success', created_at: '2026-11-02T08:00:00Z' },
      deployment: { id: 77, sha: 'a'.repeat(40), ref: 'v4.1.3', environment: 'prod' },
      repository: { name: 'shop' },
    });
    const signature = (secret: string, text: string) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    const post = (text: string, secret = github.webhookSecret ?? '') =>
      pipeline.post(`github?source=${github.id}`, text, {
        'X-Hub-Signature-256': signature(secret, text),
        'X-GitHub-Event': 'deployment_status',
      });
    expect(new URL(github.webhookUrl ?? '').searchParams.get('source')).toBe(github.id);
    expect((await post(body)).status).toBe(202);
    expect((await post(body)).status).toBe(200);
    expect((await post(body, 'another secret')).status).toBe(401);
    expect((await post('{"zen":"ping"}')).status).toBe(400);
    const gitlab = await made({ name: 'shop on GitLab', kind: 'gitlab', projectId });
    const pipelineHook = JSON.stringify({
      object_kind: 'pipeline',
      object_attributes: {
        id: 31,
        ref: 'release/4.2.0',
        sha: 'b'.repeat(40),
        status: 'success',
        created_at: '2026-11-02 08:00:00 UTC',
        finished_at: '2026-11-02 08:09:00 UTC',
      },
      project: { name: 'shop', web_url: 'https://gitlab.example.com/shop' },
    });
    const hook = (token: string) => pipeline.post(`gitlab?source=${gitlab.id}`, pipelineHook, { 'X-Gitlab-Token': token });
    expect((await hook('guess')).status).toBe(401);
    expect((await hook(gitlab.webhookSecret ?? '')).status).toBe(202);
    await sandbox.settle();
    const { facts } = await tablesOf(sandbox, projectId);
    expect(facts.find(({ body: told }) => told.includes('github-77'))).toMatchObject({ version: '4.1.3', environment: 'prod' });
    expect(facts.find(({ body: told }) => told.includes('/-/pipelines/31'))).toMatchObject({ kind: 'build', version: '4.2.0' });
  });
});

describe('The gate, asked with nothing but curl', () => {
  test.each([
    ['held', '4.2.0', 'production', 409],
    ['open', '4.1.3', 'production', 200],
    ['a version that is not there', '9.9.9', 'production', 503],
    ['a stage without a gate', '4.2.0', 'canary', 503],
    ['no version', '', 'production', 400],
  ])('answers for %s', async (_, version, stage, status) => {
    expect((await pipeline.gate('SHOP', version, stage)).status).toBe(status);
  });

  test('answers nothing to who has no token of its own, and unknown when nothing was read for a quarter of an hour', async () => {
    expect((await pipeline.gate('SHOP', '4.1.3', 'production', 'hpg.demo-pipeline.guessguessguessguessguess')).status).toBe(401);
    expect((await pipeline.gate('SHOP', '4.1.3', 'production', pipeline.connection.secret)).status).toBe(401);
    await sandbox.control('faults', { http: { 500: 1 } });
    await sandbox.advance('21m');
    expect((await pipeline.gate('SHOP', '4.1.3', 'production')).status).toBe(503);
    await sandbox.control('faults', {});
    await sandbox.advance('6m');
    expect((await pipeline.gate('SHOP', '4.1.3', 'production')).status).toBe(200);
  });
});

test('A connection survives being written down, and one that was cut is none', () => {
  const text = connectionText(pipeline.connection);
  expect(parseConnection(text)).toEqual(pipeline.connection);
  expect(parseConnection(text.slice(0, -9))).toBeNull();
});
