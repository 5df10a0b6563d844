import type { Forge, ModuleView, UiModule } from './forge';
import { InvocationFailure } from './backend/invocation-failure';
import type { FunctionCalls } from './function-calls';
import type { Installation } from './installation';

/** Sizes of `invoke` (docs/platform.md B.1, from memory there). */
const largestRequest = 500 * 1024;
const largestAnswer = 5 * 1024 * 1024;
const timeoutSeconds = 25;

/**
 * `invoke(functionKey, payload)` of a screen: the module's resolver function with the body that `@forge/resolver` unpacks
 * (resolver/out/index.js). Calls `asUser` in it act as the viewer.
 */
export function resolverCaller(
  uiModules: readonly UiModule[],
  installation: Installation,
  functions: FunctionCalls,
): Forge['invokeResolver'] {
  const resolverOf = (moduleKey: string): string | null =>
    uiModules.find((module) => module.key === moduleKey && module.resolverFunctionKey !== null)?.resolverFunctionKey ?? null;
  return async (view: ModuleView, functionKey: string, payload: unknown): Promise<unknown> => {
    const resolver = resolverOf(view.moduleKey);
    if (resolver === null)
      throw new InvocationFailure('failed', `The module "${view.moduleKey}" has no resolver in manifest.yml.`);
    if (sizeOf(payload) > largestRequest) throw new InvocationFailure('limit', 'The payload of an invoke has at most 500 KB.');
    const answer = await functions.call({
      functionKey: resolver,
      moduleKey: view.moduleKey,
      moduleType: uiModules.find((module) => module.key === view.moduleKey)?.type ?? 'resolver',
      event: { call: { functionKey, payload }, context: contextOf(view, installation) },
      accountId: view.accountId,
      defaultSeconds: timeoutSeconds,
      chain: { pushes: 0 },
    });
    if (sizeOf(answer) > largestAnswer) throw new InvocationFailure('limit', 'The answer to an invoke has at most 5 MB.');
    return answer;
  };
}

/** `req.context` of a resolver (developer.atlassian.com/platform/forge/runtime-reference/custom-ui-resolver). */
function contextOf(view: ModuleView, installation: Installation): object {
  return {
    accountId: view.accountId,
    cloudId: installation.cloudId,
    siteUrl: installation.siteUrl,
    localId: view.localId,
    moduleKey: view.moduleKey,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    extension: view.extension,
  };
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}
