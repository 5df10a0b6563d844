import type { InvocationContext } from './wire';

const nothing = (): void => undefined;
/** `webTrigger.getUrl` and others count and time themselves; without these members they throw (api/out/api/runtime.js). */
const metrics = {
  counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }) }),
  gauge: () => ({ set: nothing }),
};

function installationContext({ installation }: InvocationContext): unknown {
  return {
    ari: {
      installationId: installation.installationId,
      toString: () => `ari:cloud:ecosystem::installation/${installation.installationId}`,
    },
    contexts: [{ cloudId: installation.cloudId, toString: () => installation.siteAri }],
  };
}

/** `global.__forge_runtime__` of one invocation: the type ForgeRuntime of api/out/api/runtime.d.ts. */
export function runtimeOf(id: string, context: InvocationContext): unknown {
  const { installation } = context;
  const end = performance.now() + context.timeout;
  return {
    proxy: { token: 'sandbox', url: 'https://sandbox.invalid' },
    contextAri: installation.siteAri,
    container: { region: 'sandbox', runtime: 'nodejs' },
    appContext: {
      // The id alone: api/out/api/ari.js puts `ari:cloud:ecosystem::app/` before it.
      appId: installation.appId.split('/').at(-1),
      appVersion: installation.appVersion,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      invocationId: id,
      installationId: installation.installationId,
      functionKey: context.functionKey,
      moduleType: context.moduleType,
      moduleKey: context.moduleKey,
      installation: installationContext(context),
      permissions: { scopes: [...context.scopes], external: { fetch: { backend: [...context.backendEgress] } } },
    },
    ...(context.accountId === null ? {} : { aaid: context.accountId }),
    lambdaContext: { awsRequestId: id, getRemainingTimeInMillis: () => Math.max(0, end - performance.now()) },
    tracing: { traceId: id.replaceAll('-', ''), spanId: id.slice(0, 8) },
    realtime: {},
    metrics,
    featureFlags: () => false,
  };
}

/**
 * A function's second argument, the same for all modules
 * (developer.atlassian.com/platform/forge/function-reference/arguments: Context). The sandbox's app has no licence, as an app that is
 * not sold through the Marketplace.
 */
export function functionContextOf(context: InvocationContext): unknown {
  return {
    installContext: context.installation.siteAri,
    ...(context.accountId === null ? {} : { principal: { accountId: context.accountId } }),
    installation: installationContext(context),
  };
}
