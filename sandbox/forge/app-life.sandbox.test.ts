import { z } from 'zod';
import { runFixture } from './fixture-app/run-fixture';

/**
 * From install to uninstall and again, with the real packages. Sources: developer.atlassian.com/platform/forge/manifest-reference/modules
 * (scheduled-trigger, pre-uninstall-trigger), .../events-reference (life-cycle, jira), docs/platform.md A.3.
 */
jest.setTimeout(60_000);
const minute = 60_000;
const week = 7 * 24 * 60 * minute;
const empty = { installed: false, sqlTables: 0, kvsKeys: 0 };
const having = (part: object): unknown => expect.objectContaining(part);

describe('an installation of the app', () => {
  let fixture: Awaited<ReturnType<typeof runFixture>>;
  const rest = async (): Promise<void> => {
    while (!fixture.forge.idle()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const seen = async (kind: string): Promise<unknown[]> => z.array(z.unknown()).parse(await fixture.invoke('seen', { kind }));
  /** How often each function ran, by what called it, since entry `n` of the trace. */
  const runsSince = (n: number): Record<string, (number | string)[]> => {
    const runs: Record<string, (number | string)[]> = {};
    for (const { kind, what, status } of fixture.trace.since(n).entries)
      if (kind === 'function') (runs[what] ??= []).push(status);
    return runs;
  };

  beforeAll(async () => {
    fixture = await runFixture(59_302);
  });
  afterAll(() => fixture.stop());
  afterEach(() => fixture.faults.set({}));

  it('is nothing before the app is installed', async () => {
    expect([await fixture.forge.state(), fixture.forge.uiModules]).toMatchObject([{ installed: false, kvsKeys: 0 }, []]);
    await expect(fixture.invoke('now')).rejects.toThrow(/not installed/);
  });

  it('begins with empty stores', async () => {
    await fixture.forge.install();
    await rest();
    await fixture.invoke('sql');
    expect(await fixture.forge.state()).toEqual({ installed: true, sqlTables: 2, kvsKeys: 1 });
    expect(fixture.forge.uiModules).toHaveLength(2);
    await expect(fixture.forge.install()).rejects.toThrow(/already/);
  });

  it('runs hourly, daily and weekly triggers, first about five minutes after the installation', async () => {
    const { next } = fixture.trace.since(0);
    await fixture.clock.advance(6 * minute);
    const first = runsSince(next);
    await fixture.clock.advance(week);
    const all = runsSince(next);
    const counts = (runs: typeof all): number[] =>
      ['hourly', 'daily', 'weekly'].map((key) => runs[`quiet-tick-fn (scheduledTrigger ${key})`]?.length ?? 0);
    expect([counts(first), counts(all)]).toEqual([
      [1, 1, 1],
      [1 + 7 * 24, 1 + 7, 2],
    ]);
    expect(all['tick-fn (scheduledTrigger every-five-minutes)']).toHaveLength(1 + 7 * 24 * 12);
  });

  it('gets failed workflow expressions where a trigger asks for them', async () => {
    const payload = { workflowName: 'Release', conditionId: 'rule-1', errorMessages: ['no'], context: { issue: { key: 'A-1' } } };
    fixture.jira.emit({ eventType: 'avi:jira:failed:expression', payload, actorAccountId: null, selfGenerated: false });
    await rest();
    expect((await seen('events')).at(-1)).toMatchObject({ ...payload, eventType: 'avi:jira:failed:expression' });
  });

  it('can be cut in scheduled triggers and consumers too', async () => {
    const { next } = fixture.trace.since(0);
    await fixture.invoke('push', { events: Array.from({ length: 20 }, (_, n) => ({ body: { n }, delayInSeconds: 60 })) });
    fixture.faults.set({ kill: 1, seed: 3 });
    await fixture.clock.advance(2 * 60 * minute);
    const runs = runsSince(next);
    // Each calls the platform once, and is cut at one of its first six calls.
    expect(runs['tick-fn (scheduledTrigger every-five-minutes)']).toEqual(expect.arrayContaining(['done', 'failed']));
    expect(runs['consumer-fn (consumer worker)']).toEqual(expect.arrayContaining(['done', 'failed']));
    expect(runs['consumer-fn (consumer worker)']?.length).toBeGreaterThan(20);
  });

  it('ends with the preUninstall function, whose failure stops nothing, and takes everything away', async () => {
    await fixture.invoke('push', { events: [{ body: { n: 1 }, delayInSeconds: 300 }] });
    await fixture.invoke('sql');
    const { next } = fixture.trace.since(0);
    const waiting = expect(fixture.invoke('wait', { milliseconds: 5_000 })).rejects.toMatchObject({ kind: 'failed' });
    await fixture.forge.uninstall();
    await waiting;
    expect(fixture.trace.since(next).entries).toContainEqual(
      having({ what: 'goodbye-fn (preUninstall goodbye)', status: 'failed' }),
    );
    expect(fixture.jira.requests.at(-1)).toMatchObject({ path: '/rest/api/3/goodbye', actor: { kind: 'app' } });
    expect([await fixture.forge.state(), fixture.forge.uiModules]).toEqual([empty, []]);
    expect(() => fixture.jira.installed()).toThrow(/not installed/);
  });

  it('leaves nothing that would go on', async () => {
    const { next } = fixture.trace.since(0);
    const event = { payload: {}, actorAccountId: null, selfGenerated: false };
    fixture.jira.emit({ ...event, eventType: 'avi:jira:updated:issue' });
    expect(fixture.forge.idle()).toBe(true);
    await fixture.clock.advance(60 * minute);
    expect(fixture.trace.since(next).entries).toEqual([]);
    await expect(fixture.invoke('now')).rejects.toThrow(/not installed/);
    const hook = { moduleKey: 'hook', method: 'POST', path: '', headers: {}, queryParameters: {}, body: '' };
    expect((await fixture.forge.callWebTrigger(hook)).status).toBe(404);
    await expect(fixture.forge.uninstall()).rejects.toThrow(/not installed/);
  });

  it('can be followed by another, with an id of its own and fresh stores', async () => {
    await fixture.forge.install();
    await rest();
    const events = await seen('events');
    expect(events).toMatchObject([{ eventType: 'avi:forge:installed:app', id: 'sandbox0-0000-4000-8000-100000000002' }]);
    expect(await fixture.forge.state()).toEqual({ installed: true, sqlTables: 0, kvsKeys: 1 });
    expect(await fixture.invoke('sql')).toMatchObject({ ran: ['001', '002'] });
    await fixture.clock.advance(6 * minute);
    expect(await seen('ticks')).toHaveLength(1);
  });
});
