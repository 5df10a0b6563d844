import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { answerControl } from './server-controls';
import { plainHeaders, readBody, Refused, sendJson } from './server-exchange';
import { actorOf, checkHost, checkSameOrigin } from './server-guard';
import type { Site } from './site';

export interface SandboxServer {
  /** `http://127.0.0.1:4750` */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Null while the site is being made. */
  readonly site: () => Site | null;
  readonly reset: () => Promise<void>;
}

/** Listens on this machine's loopback address only. */
export async function startServer(options: ServerOptions): Promise<SandboxServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => refuse(response, error));
  });
  // A client that computes for a while between two requests must not find its connection closed under it.
  server.keepAliveTimeout = 600_000;
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  checkHost(request);
  const site = options.site();
  if (!site) throw new Refused(503, 'The sandbox is starting.');
  // The sandbox's time, in place of the machine's that Node would send.
  response.setHeader('date', site.clock.now().toUTCString());
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/webtrigger/')) return answerWebTrigger(site, request, response, url);
  if (url.pathname.startsWith('/sandbox/')) {
    checkSameOrigin(request);
    return answerControl(site, request, response, url, options.reset);
  }
  if (!url.pathname.startsWith('/rest/')) return site.chrome.handle(request, response);
  checkSameOrigin(request);
  return answerRest(site, request, response);
}

async function answerRest(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answered = await site.jira.handle({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: plainHeaders(request),
    body: await readBody(request),
    actor: actorOf(request, site),
    scopes: null,
  });
  response.setHeader('date', site.clock.now().toUTCString());
  // The content of an attachment is the one answer that is no JSON.
  if (typeof answered.body === 'string') {
    response.writeHead(answered.status, { 'content-type': 'text/plain; charset=utf-8' }).end(answered.body);
    return;
  }
  sendJson(response, answered.status, answered.body, answered.headers);
}

/** `/webtrigger/<module key>` and `/webtrigger/public/<id>`, each with a path of the caller's own behind it. Open to everybody, as on Forge. */
async function answerWebTrigger(site: Site, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const [, moduleKey = '', path = ''] = /^\/webtrigger\/(public\/[^/]+|[^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
  const lists = (pairs: Iterable<readonly [string, string]>): Record<string, string[]> => {
    const collected: Record<string, string[]> = {};
    for (const [name, value] of pairs) (collected[name] ??= []).push(value);
    return collected;
  };
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
  const answered = await site.forge.callWebTrigger({
    moduleKey,
    method: request.method ?? 'GET',
    path,
    headers: lists(names.map((name, index) => [name, request.rawHeaders[index * 2 + 1] ?? ''])),
    queryParameters: lists(url.searchParams),
    body: await readBody(request),
  });
  for (const [name, value] of Object.entries(answered.headers)) response.setHeader(name, value);
  response.writeHead(answered.status).end(answered.body);
}

function refuse(response: ServerResponse, error: unknown): void {
  const status = error instanceof Refused ? error.status : 500;
  if (status === 500) process.stderr.write(`sandbox: ${inspect(error)}\n`);
  if (response.headersSent) return void response.destroy();
  const message = error instanceof Error ? error.message : String(error);
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Basic realm="sandbox"' } : {};
  sendJson(response, status, { errorMessages: [message], errors: {} }, challenge);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      reject(busy ? new Error(`Port ${port} is taken; is another sandbox running? PORT=4751 npm start takes another.`) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
