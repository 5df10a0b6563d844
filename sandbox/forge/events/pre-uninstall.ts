import type { FunctionCalls } from '../function-calls';
import type { Installation } from '../installation';
import type { Manifest } from '../manifest';

const timeoutSeconds = 55;

/**
 * Calls the functions of the manifest's preUninstall modules and waits for them; what they return is ignored, and where they fail the
 * uninstallation goes on (developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger).
 */
export async function runPreUninstall(manifest: Manifest, installation: Installation, functions: FunctionCalls): Promise<void> {
  const calls = manifest.modules.preUninstall.map(({ key, function: functionKey }) =>
    functions.call({
      functionKey,
      moduleKey: key,
      moduleType: 'preUninstall',
      event: { context: { cloudId: installation.cloudId, moduleKey: key }, contextToken: 'sandbox' },
      accountId: null,
      defaultSeconds: timeoutSeconds,
      chain: { pushes: 0 },
    }),
  );
  // The failure is in the trace; the platform does nothing about it either.
  await Promise.allSettled(calls);
}
