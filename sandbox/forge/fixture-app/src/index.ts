import api, { asApp, asUser, fetch, getAppContext, privacy, route, webTrigger } from '@forge/api';
import { InvocationError, InvocationErrorCode, Queue, type AsyncEvent } from '@forge/events';
import { kvs, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { migrationRunner, sql } from '@forge/sql';
import { z } from 'zod';

/** An app for tests of the sandbox's Forge: it remembers in KVS what reached it, and its resolver tries one package at a time. */
const queue = new Queue({ key: 'work' });

let remembered = 0;

/** One key each, so that invocations at the same time do not overwrite each other; keys sort by time. */
async function remember(kind: string, value: object | string): Promise<void> {
  await kvs.set(`${kind}:${Date.now()}:${String(remembered++).padStart(6, '0')}`, value);
}

async function recall(kind: string): Promise<unknown[]> {
  const page = await kvs
    .query()
    .where('key', WhereConditions.beginsWith(`${kind}:`))
    .limit(100)
    .getMany();
  return page.results.map((result) => result.value);
}

const describeError = (error: unknown): object =>
  error instanceof Error ? { ...error, name: error.name, message: error.message } : { message: String(error) };
const attempt = (run: () => Promise<unknown>): Promise<unknown> => run().catch(describeError);

const resolver = new Resolver();
resolver.define('who', ({ context }) => ({
  ...context,
  app: { ...getAppContext().license, moduleKey: getAppContext().moduleKey, appVersion: getAppContext().appVersion },
}));
resolver.define('now', () => ({ made: new Date().toISOString(), now: Date.now(), isDate: new Date(0) instanceof Date }));
resolver.define('seen', ({ payload }) => recall(z.object({ kind: z.string() }).parse(payload).kind));
resolver.define('kvs', async () => {
  await kvs.set('list:a', { n: 1 });
  await kvs.set('list:b', { n: 2 });
  await kvs.setSecret('secret', 'hush');
  const taken = await attempt(() => kvs.set('list:a', 3, { keyPolicy: 'FAIL_IF_EXISTS' }));
  const page = await kvs.query().where('key', WhereConditions.beginsWith('list:')).limit(1).getMany();
  const rest = await kvs
    .query()
    .where('key', WhereConditions.beginsWith('list:'))
    .cursor(page.nextCursor ?? '')
    .getMany();
  await kvs.transact().set('both', 1).delete('list:b').execute();
  return {
    taken,
    page: page.results,
    rest: rest.results,
    missing: await kvs.get('none'),
    secret: await kvs.getSecret('secret'),
    gone: await kvs.get('list:b'),
  };
});
resolver.define('sql', async () => {
  const ran = await migrationRunner
    .enqueue(
      '001',
      'CREATE TABLE IF NOT EXISTS notes (id BIGINT PRIMARY KEY AUTO_INCREMENT, body JSON, cost DECIMAL(10,2), at DATETIME DEFAULT CURRENT_TIMESTAMP)',
    )
    .enqueue('002', 'ALTER TABLE notes ADD COLUMN title VARCHAR(50) NOT NULL DEFAULT ""')
    .run();
  const written = await sql
    .prepare('INSERT INTO notes (body, cost, title) VALUES (?, ?, ?)')
    .bindParams('{"a":[1]}', 1.5, 'first')
    .execute();
  const read = await sql.prepare('SELECT * FROM notes WHERE title = ? LIMIT ?').bindParams('first', 1).execute();
  return { ran, written: written.rows, read: read.rows, wrong: await attempt(() => sql.executeRaw('SELECT nothing FROM notes')) };
});
/** The codes of those that failed, of so many statements at a time; `?` in the statement is its number. */
resolver.define('many-sql', async ({ payload }) => {
  const { query, times, isSchema } = z.object({ query: z.string(), times: z.number(), isSchema: z.boolean() }).parse(payload);
  const one = (n: number): Promise<unknown> => {
    const numbered = query.replace('?', String(n));
    return isSchema ? sql.executeDDL(numbered) : sql.executeRaw(numbered);
  };
  const failed: unknown[] = [];
  const settle = async (n: number): Promise<void> =>
    void (await one(n).catch((error: unknown) => failed.push(describeError(error))));
  if (!isSchema) await Promise.all(Array.from({ length: times }, (_, n) => settle(n)));
  else for (let n = 0; n < times; n += 1) await settle(n);
  return failed;
});
resolver.define('report', ({ payload }) => privacy.reportPersonalData(z.array(reported).parse(payload)));
resolver.define('slow-sql', () => attempt(() => sql.executeRaw('SELECT SLEEP(6)')));
resolver.define('jira', async () => {
  const user: unknown = await (await asUser().requestJira(route`/rest/api/3/myself`)).json();
  return { app: (await asApp().requestJira(route`/rest/api/3/myself`)).status, user };
});
const reported = z.object({ accountId: z.string(), updatedAt: z.string() });
const pushPayload = z.object({
  events: z.array(z.object({ body: z.record(z.string(), z.unknown()), delayInSeconds: z.number().default(0) })),
});
resolver.define('push', ({ payload }) => queue.push(pushPayload.parse(payload).events));
resolver.define('url', () => webTrigger.getUrl('hook'));
resolver.define('egress', () => attempt(() => fetch('https://example.org/')));
resolver.define('graph', async () => (await api.asApp().requestGraph('query { me { id } }')).status);
resolver.define('throw', () => {
  throw new Error('as asked');
});
resolver.define('die', () => void setTimeout(() => void Promise.reject(new Error('nobody listens')), 5));
resolver.define('wait', async ({ payload }) => {
  const { milliseconds } = z.object({ milliseconds: z.number() }).parse(payload);
  await new Promise((done) => setTimeout(done, milliseconds));
  return 'waited';
});

const definitions = resolver.getDefinitions();
export { definitions as resolver };
export const validate = ({ issue }: { issue: { key: string } }): object => ({
  result: false,
  errorMessage: `No to ${issue.key}`,
});
export const onEvent = (event: { eventType: string }): Promise<void> => remember('events', event);
export const tick = (event: object): Promise<void> => remember('ticks', { event, at: new Date().toISOString() });
export const quietTick = (): void => undefined;
/** Proves that an app that is being uninstalled still reaches Jira and its own stores. */
export const goodbye = async (event: object): Promise<void> => {
  await kvs.set('goodbye', event);
  await asApp().requestJira(route`/rest/api/3/goodbye`);
  throw new Error('as asked');
};
export const hook = async ({ body }: { body: string }): Promise<object> => {
  await remember('hooks', body);
  return body === 'odd' ? { outputKey: 'undeclared' } : { outputKey: 'accepted' };
};
export async function consume(event: AsyncEvent): Promise<unknown> {
  await remember('messages', { body: event.body, retry: event.retryContext ?? null, at: new Date().toISOString() });
  if (event.body.fail === 'throw') throw new Error('as asked');
  if (event.body.fail === 'retry' && !event.retryContext) {
    return new InvocationError({
      retryAfter: 30,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
      retryData: { step: 2 },
    });
  }
  return undefined;
}
