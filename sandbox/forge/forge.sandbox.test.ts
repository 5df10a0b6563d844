import { z } from 'zod';
import { runFixture } from './fixture-app/run-fixture';

/**
 * The real @forge packages in the worker thread, against the services of the sandbox's Forge and a real database. Sources of what is
 * expected: docs/platform.md S.1 (the packages' own files) and the pages of developer.atlassian.com named at each service.
 */
jest.setTimeout(60_000);
const minute = 60_000;
const anyText: unknown = expect.any(String);
const textWith = (part: string): unknown => expect.stringContaining(part);
const having = (part: object): unknown => expect.objectContaining(part);
const listOf = async (answer: Promise<unknown>): Promise<unknown[]> => z.array(z.unknown()).parse(await answer);
const timeAnswer = z.object({ made: z.string(), now: z.number(), isDate: z.boolean() });
const messageAnswer = z.array(
  z.object({ body: z.object({ n: z.number().optional(), fail: z.string().optional() }), retry: z.unknown(), at: z.string() }),
);

describe('the sandbox’s Forge', () => {
  let fixture: Awaited<ReturnType<typeof runFixture>>;
  const rest = async (): Promise<void> => {
    while (!fixture.forge.idle()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  beforeAll(async () => {
    fixture = await runFixture(59_301);
    await fixture.forge.install();
    await rest();
  });
  afterAll(() => fixture.stop());
  afterEach(() => fixture.faults.set({}));

  it('tells the app that it was installed', async () => {
    expect(await fixture.invoke('seen', { kind: 'events' })).toMatchObject([
      {
        eventType: 'avi:forge:installed:app',
        installerAccountId: 'account-admin',
        app: { version: '1.0.0' },
        context: { moduleKey: 'lifecycle' },
      },
    ]);
    expect(fixture.jira.installed().fields).toHaveLength(1);
  });

  it('hands a resolver its context', async () => {
    expect(await fixture.invoke('who')).toMatchObject({
      accountId: 'account-rhea',
      moduleKey: 'fixture-page',
      cloudId: 'cloud-sandbox-0001',
      installContext: 'ari:cloud:jira::site/cloud-sandbox-0001',
      extension: { type: 'jira:adminPage' },
      app: { moduleKey: 'fixture-page', appVersion: '1.0.0' },
    });
  });

  it('lives in the sandbox’s time', async () => {
    const before = fixture.clock.now().getTime();
    const { made, now, isDate } = timeAnswer.parse(await fixture.invoke('now'));
    expect([Math.abs(now - before) < 1_000, Math.abs(Date.parse(made) - before) < 1_000, isDate]).toEqual([true, true, true]);
  });

  it('serves @forge/kvs', async () => {
    expect(await fixture.invoke('kvs')).toEqual({
      taken: having({ code: 'KEY_ALREADY_EXISTS' }),
      page: [having({ key: 'list:a', value: { n: 1 } })],
      rest: [having({ key: 'list:b' })],
      secret: 'hush',
    });
  });

  it('serves @forge/sql with its migration runner', async () => {
    const now = fixture.clock.now().toISOString().slice(0, 16).replace('T', ' ');
    expect(await fixture.invoke('sql')).toEqual({
      ran: ['001', '002'],
      written: having({ affectedRows: 1, insertId: 1 }),
      read: [{ id: 1, body: '{"a":[1]}', cost: '1.50', at: textWith(now), title: 'first' }],
      wrong: having({ code: 'SQL_EXECUTION_ERROR' }),
    });
  });

  it('gives JSON columns as objects where the switch says so', async () => {
    fixture.switches.sqlJson = 'object';
    expect(await fixture.invoke('sql')).toMatchObject({ read: [{ body: { a: [1] }, title: 'first' }] });
    fixture.switches.sqlJson = 'text';
  });

  it('stops a SELECT after 5 seconds', async () => {
    expect(await fixture.invoke('slow-sql')).toMatchObject({ code: 'QUERY_TIMED_OUT' });
  });

  it('refuses SQL while the database is stopped', async () => {
    fixture.faults.set({ database: 'stop' });
    await expect(fixture.invoke('sql')).rejects.toThrow(/database cannot be reached/);
  });

  it('reaches Jira as the app and as the viewer, with the manifest’s scopes', async () => {
    expect(await fixture.invoke('jira')).toEqual({ app: 200, user: { kind: 'user', accountId: 'account-rhea' } });
    expect(fixture.jira.requests.at(-1)).toMatchObject({
      actor: { kind: 'app' },
      scopes: ['read:jira-work', 'manage:jira-configuration', 'storage:app', 'report:personal-data'],
    });
  });

  it('answers reports of personal data, more than 90 accounts in several requests', async () => {
    fixture.forge.accounts.mark({ accountId: 'account-95', status: 'closed' });
    const accounts = Array.from({ length: 100 }, (_, n) => ({
      accountId: `account-${n}`,
      updatedAt: fixture.clock.now().toISOString(),
    }));
    expect(await fixture.invoke('report', accounts)).toEqual([{ accountId: 'account-95', status: 'closed' }]);
    expect(fixture.forge.accounts.view().reported).toHaveLength(100);
  });

  it('refuses egress that the manifest does not list', async () => {
    expect(await fixture.invoke('egress')).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
  });

  it('answers 501 to what it does not model, and says so in the trace', async () => {
    const { next } = fixture.trace.since(0);
    expect(await fixture.invoke('graph')).toBe(501);
    expect(fixture.trace.since(next).entries).toContainEqual(having({ kind: 'unmodelled', status: 501 }));
  });

  it('delivers messages, later where asked, and again where the consumer asks or fails', async () => {
    const started = fixture.clock.now().getTime();
    await fixture.invoke('push', {
      events: [{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 120 }, { body: { fail: 'retry' } }],
    });
    await rest();
    await fixture.clock.advance(3 * minute);
    const seen = messageAnswer.parse(await fixture.invoke('seen', { kind: 'messages' }));
    const delays = seen.map(({ body, retry, at }) => [
      body.n ?? body.fail,
      retry,
      Math.floor((Date.parse(at) - started) / 10_000) * 10,
    ]);
    expect(delays).toEqual([
      [1, null, 0],
      ['retry', null, 0],
      ['retry', { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { step: 2 } }, 30],
      [2, null, 120],
    ]);
  });

  it('calls a consumer that throws a few times more', async () => {
    const { next } = fixture.trace.since(0);
    await fixture.invoke('push', { events: [{ body: { fail: 'throw' } }] });
    await fixture.clock.advance(4 * minute);
    expect(fixture.trace.since(next).entries.filter((entry) => entry.what === 'deliver work')).toHaveLength(5);
  });

  it('refuses more than 500 events a minute', async () => {
    const events = Array.from({ length: 50 }, () => ({ body: {} }));
    const pushes = await Promise.allSettled(Array.from({ length: 11 }, () => fixture.invoke('push', { events })));
    expect(pushes.filter((push) => push.status === 'rejected')).toHaveLength(1);
    await fixture.clock.advance(2 * minute);
  });

  it('brings Jira’s events to the triggers, but not the app’s own', async () => {
    const event = { eventType: 'avi:jira:updated:issue', payload: { issue: { key: 'A-1' } }, actorAccountId: null };
    fixture.jira.emit({ ...event, selfGenerated: true });
    fixture.jira.emit({ ...event, selfGenerated: false });
    fixture.jira.emit({ ...event, eventType: 'avi:jira:created:issue', selfGenerated: false });
    expect(fixture.forge.idle()).toBe(false);
    await rest();
    const seen = await listOf(fixture.invoke('seen', { kind: 'events' }));
    expect(seen.slice(1)).toMatchObject([{ eventType: 'avi:jira:updated:issue', issue: { key: 'A-1' }, selfGenerated: false }]);
  });

  it('drops, duplicates and delays events on demand', async () => {
    const emit = (): void =>
      fixture.jira.emit({ eventType: 'avi:jira:updated:issue', payload: {}, actorAccountId: null, selfGenerated: false });
    const count = async (): Promise<number> => (await listOf(fixture.invoke('seen', { kind: 'events' }))).length;
    const before = await count();
    fixture.faults.set({ drop: 1 });
    emit();
    fixture.faults.set({ duplicate: 1 });
    emit();
    await fixture.clock.advance(5_000);
    expect((await count()) - before).toBe(2);
    fixture.faults.set({ delay: { share: 1, max: '1h' } });
    emit();
    await rest();
    const late = (await count()) - before;
    await fixture.clock.advance(60 * minute);
    expect([late, (await count()) - before]).toEqual([2, 3]);
  });

  it('runs a five-minute trigger every five minutes', async () => {
    const count = async (): Promise<number> => (await listOf(fixture.invoke('seen', { kind: 'ticks' }))).length;
    const before = await count();
    await fixture.clock.advance(20 * minute);
    expect((await count()) - before).toBe(4);
  });

  it('answers a web trigger with one of its declared outputs', async () => {
    const url = z.string().parse(await fixture.invoke('url'));
    const call = (moduleKey: string, body: string): Promise<{ status: number; body: string }> =>
      fixture.forge.callWebTrigger({ moduleKey, method: 'POST', path: '', headers: {}, queryParameters: {}, body });
    const answers = [
      await call('hook', 'a'),
      await call(url.split('/webtrigger/')[1] ?? '', 'b'),
      await call('hook', 'odd'),
      await call('other', ''),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [202, 'taken'],
      [202, 'taken'],
      [500, anyText],
      [404, anyText],
    ]);
    expect(await fixture.invoke('seen', { kind: 'hooks' })).toEqual(['a', 'b', 'odd']);
  });

  it('runs a function validator for Jira', async () => {
    const payload = { issue: { key: 'A-1' } };
    const refused = { result: false, errorMessage: 'No to A-1' };
    await expect(fixture.jira.installed().runFunctionValidator('validator-fn', payload)).resolves.toEqual(refused);
    fixture.faults.set({ functions: 'fail' });
    await expect(fixture.jira.installed().runFunctionValidator('validator-fn', payload)).rejects.toMatchObject({
      kind: 'failed',
    });
  });

  it('fails an invocation that throws, and every one where asked', async () => {
    await expect(fixture.invoke('throw')).rejects.toMatchObject({ kind: 'failed', message: 'as asked' });
    fixture.faults.set({ functions: 'fail' });
    await expect(fixture.invoke('now')).rejects.toMatchObject({ kind: 'failed' });
  });

  it('cuts an invocation at a platform call, keeping what it did before', async () => {
    fixture.faults.set({ kill: 1, seed: 5 });
    await expect(fixture.invoke('kvs')).rejects.toThrow(/Cut at its platform call/);
    fixture.faults.set({});
    await expect(fixture.invoke('now')).resolves.toBeDefined();
  });

  it('loses the invocations of a process that dies, and goes on', async () => {
    const waiting = expect(fixture.invoke('wait', { milliseconds: 5_000 })).rejects.toThrow(/nobody listens/);
    await fixture.invoke('die');
    await waiting;
    await expect(fixture.invoke('now')).resolves.toBeDefined();
  });

  it('gives a resolver 25 seconds', async () => {
    await expect(fixture.invoke('wait', { milliseconds: 26_000 })).rejects.toMatchObject({ kind: 'timed-out' });
  });

  it('runs several invocations at a time', async () => {
    const started = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => fixture.invoke('wait', { milliseconds: 300 })));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
