import type { Installation } from '../installation';

/** Messages between the sandbox and the thread that runs the app's functions. Everything in them survives structured cloning. */

/** The `who` of a call to the platform, as `@forge/api` hands it to `__forge_fetch__` (api/out/api/fetch.js, kvs/out/index.js). */
export interface Who {
  readonly type: string;
  readonly provider?: string | undefined;
  readonly remote?: string | undefined;
  readonly accountId?: string | undefined;
  readonly contextAri?: string | undefined;
}

export interface PlatformCall {
  readonly who: Who;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is none. */
  readonly body: string;
}

export interface PlatformReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is none. */
  readonly body: string;
}

/** How one invocation sees itself: the material of `__forge_runtime__` and of the function's second argument. */
export interface InvocationContext {
  readonly installation: Installation;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly scopes: readonly string[];
  readonly backendEgress: readonly string[];
  readonly accountId: string | null;
  /** Milliseconds of real time that it may take. */
  readonly timeout: number;
}

export type ToBackend =
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly exportName: string;
      readonly event: unknown;
      readonly context: InvocationContext;
      readonly clockOffset: number;
    }
  | { readonly kind: 'reply'; readonly callId: number; readonly reply: PlatformReply; readonly clockOffset: number }
  | { readonly kind: 'are-you-there' };

export type FromBackend =
  | { readonly kind: 'platform'; readonly id: string; readonly callId: number; readonly call: PlatformCall }
  | { readonly kind: 'done'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: string; readonly name: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'log'; readonly functionKey: string; readonly level: string; readonly text: string }
  | { readonly kind: 'here' };

export interface BackendData {
  readonly bundlePath: string;
  readonly backendEgress: readonly string[];
}
