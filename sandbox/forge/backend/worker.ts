import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { moveDate } from './moved-date';
import { refuseEgress } from './egress';
import { functionContextOf, runtimeOf } from './runtime';
import type { BackendData, FromBackend, InvocationContext, PlatformReply, ToBackend, Who } from './wire';

/**
 * The thread that runs the app. It sets the globals that the @forge packages talk to and then loads the app's bundle as it is
 * (api/out/api/runtime.js and fetch.js, kvs/out/index.js). The order matters: the packages look at some globals while they load.
 */
const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread of the sandbox.');
const post = (message: FromBackend): void => port.postMessage(message);

const data = z.custom<BackendData>().parse(workerData);
interface Running {
  readonly id: string;
  readonly context: InvocationContext;
  readonly runtime: unknown;
}
const running = new AsyncLocalStorage<Running>();
const awaited = new Map<number, (reply: PlatformReply) => void>();
let calls = 0;
let clockOffset = 0;

moveDate(() => clockOffset);
Object.defineProperty(globalThis, '__forge_runtime__', { get: () => running.getStore()?.runtime, configurable: true });
Object.defineProperty(globalThis, '__forge_fetch__', { value: callPlatform, configurable: true });
globalThis.fetch = refuseEgress(data.backendEgress, globalThis.fetch);
// What the app writes is the host's to show, with the sandbox's time and the function's key.
const appConsole = globalThis.console;
for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  appConsole[level] = (...parts: unknown[]) =>
    post({ kind: 'log', functionKey: running.getStore()?.context.functionKey ?? '-', level, text: format(...parts) });
}

const appSchema = z.record(z.string(), z.unknown());
const functionSchema = z.custom<(event: unknown, context: unknown) => unknown>((value) => typeof value === 'function');
let app: z.infer<typeof appSchema> | null = null;

/** Loaded by the first invocation, as on a cold start: what the bundle throws while it loads fails that invocation. */
function loadApp(): z.infer<typeof appSchema> {
  app ??= { ...appSchema.parse(createRequire(data.bundlePath)(data.bundlePath)) };
  return app;
}

port.on('message', (message: ToBackend) => {
  if (message.kind === 'are-you-there') return post({ kind: 'here' });
  clockOffset = message.clockOffset;
  if (message.kind === 'invoke') return void invoke(message);
  awaited.get(message.callId)?.(message.reply);
  awaited.delete(message.callId);
});

async function invoke({ id, exportName, event, context }: Extract<ToBackend, { kind: 'invoke' }>): Promise<void> {
  try {
    const value = await running.run({ id, context, runtime: runtimeOf(id, context) }, async () => {
      const handler = functionSchema.safeParse(loadApp()[exportName]);
      if (!handler.success) throw new Error(`The app's bundle exports no function "${exportName}", which manifest.yml names.`);
      return handler.data(event, functionContextOf(context));
    });
    post({ kind: 'done', id, value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(format(thrown));
    post({ kind: 'failed', id, name: error.name, message: error.message, stack: error.stack ?? '' });
  }
}

/** `__forge_fetch__`: the only way of the backend packages to the platform. */
async function callPlatform(who: Who, path: string, init: RequestInit = {}): Promise<Response> {
  const store = running.getStore();
  if (!store) throw new Error(`Forge's platform was called outside of an invocation: ${path}`);
  const body = init.body ?? '';
  if (typeof body !== 'string') throw new Error(`The sandbox does not model a request body that is not text: ${path}`);
  const call = {
    who: { ...who },
    path,
    method: init.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init.headers)),
    body,
  };
  const callId = calls++;
  const reply = await new Promise<PlatformReply>((resolve) => {
    awaited.set(callId, resolve);
    post({ kind: 'platform', id: store.id, callId, call });
  });
  return new Response(reply.body === '' ? null : reply.body, { status: reply.status, headers: { ...reply.headers } });
}
