import { readFileSync } from 'node:fs';
import type { Faults } from '../faults';
import type { Jira } from '../jira/jira';
import type { Switches } from '../switches';
import type { SandboxClock } from '../system-clock';
import type { Trace } from '../trace';
import { appRegistrationOf } from './app-registration';
import { Backend } from './backend/host';
import { contentSecurityPolicyOf } from './content-security-policy';
import { installedEvent, ProductEvents } from './events/product-events';
import { Queue } from './events/queue';
import { startSchedules } from './events/schedules';
import type { Forge, UiModule } from './forge';
import { FunctionCalls, type Origin } from './function-calls';
import type { FunctionLog } from './function-log';
import { installationOf } from './installation';
import { KeyValueStore } from './kvs/key-value-store';
import { parseManifest } from './manifest';
import { Proxy } from './proxy';
import { resolverCaller } from './resolver';
import type { DatabaseAddress } from './sql/database';
import { ForgeSql } from './sql/forge-sql';
import { uiModulesOf } from './ui-modules';
import { WebTriggers } from './web-triggers';

export interface ForgeOptions {
  readonly manifestPath: string;
  /** The app's functions as one CommonJS file, and the worker's own code (`sandbox/build.ts` makes both). */
  readonly bundlePath: string;
  readonly workerPath: string;
  readonly jira: Jira;
  readonly clock: SandboxClock;
  readonly trace: Trace;
  readonly switches: Switches;
  readonly faults: Faults;
  readonly database: DatabaseAddress;
  /** Address of the sandbox, `http://127.0.0.1:4750`. */
  readonly publicUrl: string;
  readonly log: FunctionLog;
  /** Who installs the app. */
  readonly installerAccountId: string | null;
}

/** Starts a Forge with the app deployed but not yet installed: `install()` registers it with Jira and starts its schedules. */
export async function createForge(options: ForgeOptions): Promise<Forge> {
  const { jira, clock, trace, faults, switches, publicUrl } = options;
  const manifest = parseManifest(readFileSync(options.manifestPath, 'utf8'));
  const { scopes, external } = manifest.permissions;
  const installation = installationOf(manifest.app.id, jira.cloudId, publicUrl);
  const uiModules: readonly UiModule[] = uiModulesOf(manifest);
  const kvs = new KeyValueStore(clock);
  const sql = new ForgeSql({ address: options.database, clock, switches, faults });
  await sql.prepareSchema();

  const backend: Backend<Origin> = new Backend<Origin>({
    workerPath: options.workerPath,
    data: { bundlePath: options.bundlePath, backendEgress: external.fetch.backend },
    clock,
    log: options.log,
    platform: (call, origin) => proxy.call(call, origin),
  });
  const functions = new FunctionCalls({ manifest, installation, backend, clock, faults, trace });
  const queue = new Queue({ manifest, clock, faults, trace, functions });
  const webTriggers = new WebTriggers(manifest, functions, publicUrl);
  const hasSql = manifest.modules.sql.length > 0;
  const proxy = new Proxy({ jira, kvs, sql, queue, webTriggers, trace, scopes, hasSql });
  const events = new ProductEvents({ manifest, installation, clock, faults, trace, functions });
  const runValidator = (functionKey: string, payload: unknown): Promise<unknown> =>
    functions.call({
      functionKey,
      moduleKey: functionKey,
      moduleType: 'jira:workflowValidator',
      event: payload,
      accountId: null,
      defaultSeconds: 25,
      chain: { pushes: 0 },
    });

  return {
    appId: installation.appId,
    environmentId: installation.environmentId,
    scopes,
    uiModules,
    contentSecurityPolicy: () => contentSecurityPolicyOf(manifest, new URL(publicUrl).port),
    invokeResolver: resolverCaller(uiModules, installation, functions),
    callWebTrigger: (request) => webTriggers.call(request),
    idle: () => clock.busy().length === 0,
    async install() {
      jira.installApp(appRegistrationOf(manifest, installation, runValidator));
      jira.onEvent((event) => events.publish(event));
      startSchedules(manifest, installation, clock, functions);
      events.publish(installedEvent(installation, options.installerAccountId));
    },
    async stop() {
      await backend.stop();
      await sql.stop();
    },
  };
}
