import type { PlatformReply } from './backend/wire';

const jsonHeaders = { 'content-type': 'application/json' };

/** An answer of one of Forge's services. */
export function answer(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): PlatformReply {
  return { status, headers: { ...jsonHeaders, ...headers }, body: body === undefined ? '' : JSON.stringify(body) };
}

/** How Forge's storage services refuse: `{code, message}` and a trace id (kvs/out/utils/error-handling.js, sql/out/utils/error-handling.js). */
export function refusal(
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): PlatformReply {
  return answer(status, { code, message, ...details }, { 'x-b3-traceid': 'sandbox' });
}
