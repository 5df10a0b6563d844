import type { IncomingMessage, ServerResponse } from 'node:http';

const largestBody = 16 * 1024 * 1024;

/** A request that the server refuses, with the sentence for whoever sent it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += part.length;
    if (size > largestBody) throw new Refused(413, 'A request to the sandbox has at most 16 MiB.');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function readJson(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
}

/** `body` undefined sends none. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.setHeader('content-type', 'application/json;charset=UTF-8');
  response.writeHead(status).end(JSON.stringify(body));
}

/** One value a header, as most of them have; Jira and the app see the others joined. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
