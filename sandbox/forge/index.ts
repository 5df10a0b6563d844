import { readFileSync } from 'node:fs';
import type { AppRegistration } from '../jira/jira';
import { AccountReports } from './account-reports';
import { createAppLife, type AppLife } from './app-life';
import { appRegistrationOf } from './app-registration';
import { contentSecurityPolicyOf } from './content-security-policy';
import { InvocationFailure } from './backend/invocation-failure';
import { runPreUninstall } from './events/pre-uninstall';
import type { ForgeHost, UiModule } from './forge';
import type { ForgeOptions } from './forge-options';
import { installationOf } from './installation';
import { parseManifest } from './manifest';
import { resolverCaller } from './resolver';
import { countTables, dropSchema } from './sql/schema';
import { SqlUse } from './sql/sql-use';
import { uiModulesOf } from './ui-modules';
import type { WebTriggerAnswer } from './web-triggers';

/** Starts a Forge with the app deployed but not yet installed: `install()` registers it with Jira and starts its schedules. */
export function createForge(options: ForgeOptions): ForgeHost {
  const { jira, clock, publicUrl, database } = options;
  const manifest = parseManifest(readFileSync(options.manifestPath, 'utf8'));
  const uiModules: readonly UiModule[] = uiModulesOf(manifest);
  const first = installationOf(manifest.app.id, jira.cloudId, publicUrl);
  const accounts = new AccountReports(clock);
  const sqlUse = new SqlUse();
  let life: AppLife | null = null;
  let installations = 0;
  jira.onEvent((event) => life?.events.publish(event));

  return {
    appId: first.appId,
    environmentId: first.environmentId,
    scopes: manifest.permissions.scopes,
    get uiModules() {
      return life === null ? [] : uiModules;
    },
    contentSecurityPolicy: () => contentSecurityPolicyOf(manifest, new URL(publicUrl).port),
    async invokeResolver(view, functionKey, payload) {
      if (life === null) throw new InvocationFailure('failed', 'The app is not installed.');
      return resolverCaller(uiModules, life.installation, life.functions)(view, functionKey, payload);
    },
    callWebTrigger: async (request) => (life === null ? notInstalled() : life.webTriggers.call(request)),
    idle: () => clock.busy().length === 0,
    waitsForRetry: () => life?.events.waitsForRetry() ?? false,
    async install() {
      if (life !== null) throw new RangeError('The app is installed already.');
      installations += 1;
      const installation = installationOf(manifest.app.id, jira.cloudId, publicUrl, installations);
      const begun = await createAppLife({ ...options, manifest, installation, accounts, sqlUse });
      life = begun;
      jira.installApp(appRegistrationOf(manifest, installation, validatorRunner(begun)));
      begun.begin();
    },
    async uninstall() {
      const ended = life;
      if (ended === null) throw new RangeError('The app is not installed.');
      await runPreUninstall(manifest, ended.installation, ended.functions);
      // The preUninstall functions had their time; a second call may have been faster.
      if (life !== ended) return;
      life = null;
      jira.uninstallApp();
      await ended.end();
      await dropSchema(database);
    },
    state: async () => ({
      installed: life !== null,
      sqlTables: await countTables(database),
      kvsKeys: life?.kvs.keyCount() ?? 0,
    }),
    sqlUse,
    accounts,
    stop: async () => life?.end(),
  };
}

/** Calls a function validator for Jira. */
function validatorRunner({ functions }: AppLife): AppRegistration['runFunctionValidator'] {
  return (functionKey, payload) =>
    functions.call({
      functionKey,
      moduleKey: functionKey,
      moduleType: 'jira:workflowValidator',
      event: payload,
      accountId: null,
      defaultSeconds: 25,
      chain: { pushes: 0 },
    });
}

function notInstalled(): WebTriggerAnswer {
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'The app is not installed.' };
}
