import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Html } from './html';

/** A request as the pages see it. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** Origin of the page itself, e.g. `http://127.0.0.1:4750`. */
  readonly origin: string;
  readonly body: string;
}

/** An answer; `body` undefined sends none. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const largestBody = 5 * 1024 * 1024;
const loopbackNames = new Set(['127.0.0.1', 'localhost']);

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += part.length;
    if (size > largestBody) throw new Error('The request is larger than 5 MB.');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads a request; null where it came under a name other than this machine's own (a name that an attacker pointed here). */
export async function readExchange(request: IncomingMessage): Promise<Exchange | null> {
  const host = request.headers.host ?? '';
  const origin = `http://${host}`;
  if (!URL.canParse(origin) || !loopbackNames.has(new URL(origin).hostname)) return null;
  const method = request.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? '' : await readBody(request);
  return { method, url: new URL(request.url ?? '/', origin), headers: request.headers, origin, body };
}

/** False for a request that another site, or the app's own iframe, had the browser send. */
export const isSameOrigin = (exchange: Exchange): boolean => exchange.headers.origin === exchange.origin;

export const formOf = (exchange: Exchange): URLSearchParams => new URLSearchParams(exchange.body);

export const htmlAnswer = (page: Html, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html>\n${page.text}`,
});

export const jsonAnswer = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

export const textAnswer = (status: number, text: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: text,
});

export const redirect = (location: string): Answer => ({ status: 303, headers: { location, 'cache-control': 'no-store' } });

export function send(response: ServerResponse, answer: Answer, headOnly: boolean): void {
  response.writeHead(answer.status, { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', ...answer.headers });
  response.end(headOnly ? undefined : answer.body);
}
