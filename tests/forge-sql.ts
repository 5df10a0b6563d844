import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { startDatabase } from '../sandbox/database';
import { createFaults } from '../sandbox/faults';
import type { DatabaseAddress } from '../sandbox/forge/sql/database';
import { ForgeSql } from '../sandbox/forge/sql/forge-sql';
import { prepareSchema } from '../sandbox/forge/sql/schema';
import { SqlUse } from '../sandbox/forge/sql/sql-use';
import { defaultSwitches } from '../sandbox/switches';
import { createClock } from '../sandbox/system-clock';

/**
 * Forge SQL in the test's own process: the real `@forge/sql` talks to the sandbox's service through the global that Forge's runtime
 * has (api/out/api/fetch.js). Import this before anything of `src/`.
 */
let service: ForgeSql | null = null;
/** Statements that are let through until the function dies; null where it lives. */
let lives: number | null = null;
let asked = 0;
/** Jira, the key-value store and queues, where a test brings them. */
let product: ((path: string, init: ProductInit) => Promise<Response>) | null = null;

/** What another function does between two statements of one. */
let meanwhile: { readonly before: RegExp; readonly act: () => Promise<unknown> } | null = null;

interface ProductInit {
  readonly method?: string;
  readonly body?: string;
}

/** Lets a test answer what the app asks others than the database; calls count as statements. */
export function answerProduct(answer: (path: string, init: ProductInit) => Promise<Response>): void {
  product = answer;
}

/** Lets something happen once, just before the next statement that matches is sent: two functions run at the same time. */
export function inBetween(before: RegExp, act: () => Promise<unknown>): void {
  meanwhile = { before, act };
}

Object.defineProperty(globalThis, '__forge_fetch__', {
  value: async (_who: unknown, path: string, init: ProductInit = {}): Promise<Response> => {
    if (service === null) throw new Error('Forge SQL was asked before it was started.');
    if (lives === 0) throw new Error('The function was killed.');
    if (lives !== null) lives -= 1;
    asked += 1;
    if (product !== null && !path.startsWith('/api/v1/execute')) return product(path, init);
    if (meanwhile?.before.test(init.body ?? '') === true) {
      const { act } = meanwhile;
      meanwhile = null;
      await act();
    }
    const reply = await service.handle(path, init.body ?? '');
    return new Response(reply.body === '' ? null : reply.body, { status: reply.status, headers: { ...reply.headers } });
  },
});

/** What the ledger asks of the runtime: the version of the app (api/out/api/runtime.js). */
Object.defineProperty(globalThis, '__forge_runtime__', {
  value: {
    appContext: {
      appId: 'ari:cloud:ecosystem::app/5a7e1d2c-8f34-4b0e-9c6a-2d1f0b7e4a11',
      appVersion: '1.0.0',
      environmentId: '00000000-0000-4000-8000-000000000001',
      installationId: '00000000-0000-4000-8000-000000000002',
    },
    lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
  },
});

export interface ForgeSqlHere {
  /** The same schema, beside the app. */
  readonly connection: Connection;
  rows(query: string): Promise<RowDataPacket[]>;
  /** An empty schema, as after an installation. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** Joins the schema of a sandbox that is running. */
export async function joinForgeSql(address: DatabaseAddress, isMariaDb: boolean): Promise<ForgeSqlHere> {
  const clock = createClock({ start: new Date('2026-11-02T09:00:00.000Z') });
  const switches = { ...defaultSwitches, sqlRates: false };
  const here = new ForgeSql({ address, clock, switches, faults: createFaults(), use: new SqlUse(), isMariaDb });
  const { schema, ...server } = address;
  const connection = await createConnection({ ...server, database: schema, charset: 'utf8mb4_bin' });
  service = here;
  return {
    connection,
    rows: async (query) => (await connection.query<RowDataPacket[]>(query))[0],
    async empty() {
      await prepareSchema(address);
      await connection.query(`USE \`${schema}\``);
    },
    async stop() {
      service = null;
      clock.stop();
      await connection.end();
      await here.stop();
    },
  };
}

/** On a database of its own. @param port one that no other test takes; it names the schema */
export async function startForgeSql(port: number): Promise<ForgeSqlHere> {
  const directory = mkdtempSync(join(tmpdir(), 'holdpoint-store-'));
  const database = await startDatabase({ port, directory, say: () => undefined });
  const { isMariaDb } = await prepareSchema(database.address);
  const here = await joinForgeSql(database.address, isMariaDb);
  return {
    ...here,
    async stop() {
      await here.stop();
      await database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Runs a function of the app that is killed after so many statements. @returns whether it ended before that */
export async function killedAfter(statements: number, run: () => Promise<unknown>): Promise<boolean> {
  lives = statements;
  try {
    await run();
    return true;
  } catch (error) {
    if (lives === 0) return false;
    throw error;
  } finally {
    lives = null;
  }
}

/** How many statements a function of the app sends. */
export async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  const before = asked;
  await run();
  return asked - before;
}
