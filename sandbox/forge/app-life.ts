import type { AccountReports } from './account-reports';
import { AppClock } from './app-clock';
import { Backend } from './backend/host';
import { installedEvent, ProductEvents } from './events/product-events';
import { Queue } from './events/queue';
import { startSchedules } from './events/schedules';
import { FunctionCalls, type Origin } from './function-calls';
import type { ForgeOptions } from './forge-options';
import type { Installation } from './installation';
import { KeyValueStore } from './kvs/key-value-store';
import type { Manifest } from './manifest';
import { Proxy } from './proxy';
import { ForgeSql } from './sql/forge-sql';
import { prepareSchema } from './sql/schema';
import type { SqlUse } from './sql/sql-use';
import { WebTriggers } from './web-triggers';

export interface AppLifeOptions extends ForgeOptions {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly accounts: AccountReports;
  readonly sqlUse: SqlUse;
}

/** One installation of the app, from install to uninstall: its functions, its stores and what waits for it. */
export interface AppLife {
  readonly installation: Installation;
  readonly functions: FunctionCalls;
  readonly events: ProductEvents;
  readonly webTriggers: WebTriggers;
  readonly kvs: KeyValueStore;
  /** The first event and the first ticks: nothing happens by itself before. */
  begin(): void;
  /** Ends functions under way and forgets what waits; the tables stay until the schema is dropped. */
  end(): Promise<void>;
}

/** Makes everything of an installation anew and empty. */
export async function createAppLife(options: AppLifeOptions): Promise<AppLife> {
  const { manifest, installation, jira, trace, faults, switches, accounts, sqlUse, publicUrl } = options;
  const { scopes, external } = manifest.permissions;
  const clock = new AppClock(options.clock);
  const kvs = new KeyValueStore(options.clock, switches);
  const { isMariaDb } = await prepareSchema(options.database);
  const sql = new ForgeSql({ address: options.database, clock: options.clock, switches, faults, use: sqlUse, isMariaDb });

  const backend: Backend<Origin> = new Backend<Origin>({
    workerPath: options.workerPath,
    data: { bundlePath: options.bundlePath, backendEgress: external.fetch.backend },
    clock: options.clock,
    log: options.log,
    platform: (call, origin) => proxy.call(call, origin),
  });
  const functions = new FunctionCalls({ manifest, installation, backend, clock: options.clock, faults, trace });
  const queue = new Queue({ manifest, clock, faults, trace, functions });
  const webTriggers = new WebTriggers(manifest, functions, publicUrl);
  const hasSql = manifest.modules.sql.length > 0;
  const proxy = new Proxy({ jira, kvs, sql, queue, webTriggers, accounts, trace, scopes, hasSql });
  const events = new ProductEvents({ manifest, installation, clock, faults, trace, functions });
  return {
    installation,
    functions,
    events,
    webTriggers,
    kvs,
    begin() {
      startSchedules(manifest, installation, clock, functions);
      events.publish(installedEvent(installation, options.installerAccountId));
    },
    async end() {
      clock.stop();
      await backend.stop();
      await sql.stop();
    },
  };
}
