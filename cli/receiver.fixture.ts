import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { connectionTriggers } from '../src/contracts/connection';
import type { Connection } from '../src/contracts/connection';

/** What a request was answered, and what it brought. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
}

/** An answer that the next request gets, whatever it brings. */
export interface Scripted {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const texts: Readonly<Record<number, string>> = {
  200: 'duplicate',
  202: 'accepted',
  400: 'malformed',
  401: 'unauthorized',
  413: 'too large',
};

/**
 * Takes deliveries as the web triggers document it: signature over timestamp, nonce and body, a window of five minutes by its own clock,
 * each nonce once, each idempotency key once, 400 KB.
 */
export class Receiver {
  readonly received: Received[] = [];
  readonly scripted: Scripted[] = [];
  /** Milliseconds by which this clock is ahead. */
  skew = 0;
  private readonly nonces = new Set<string>();
  private readonly keys = new Set<string>();

  private constructor(
    private readonly server: Server,
    readonly connection: Connection,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const url = (trigger: string) => `http://127.0.0.1:${port}/x1/${trigger}`;
    const [test, deployment, build, incident, commits, generic, gate] = connectionTriggers;
    const receiver = new Receiver(server, {
      source: 'ci',
      secret: ['not', 'a', 'real', 'secret', 'of', 'anybody', 'x'.repeat(20)].join('-'),
      gateToken: ['not', 'a', 'real', 'token'].join('-'),
      urls: {
        ...{ [test]: url(test), [deployment]: url(deployment), [build]: url(build), [incident]: url(incident) },
        ...{ [commits]: url(commits), [generic]: url(generic), [gate]: url(gate) },
      },
    });
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString('utf8');
        const judged = () =>
          request.method === 'GET' ? receiver.judgeAsker(request.headers) : receiver.judge(request.headers, body);
        const { status, headers, text }: Scripted = receiver.scripted.shift() ?? { status: judged() };
        receiver.received.push({ path: request.url ?? '', headers: request.headers, body, status });
        response.writeHead(status, { date: receiver.now().toUTCString(), ...headers }).end(text ?? texts[status] ?? '');
      });
    });
    return receiver;
  }

  now(): Date {
    return new Date(Date.now() + this.skew);
  }

  /** Keys of what was taken, in order. */
  get taken(): string[] {
    return this.received.filter(({ status }) => status === 202).map(({ body }) => keyIn(body));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Its gate is open. */
  private judgeAsker({ authorization }: IncomingHttpHeaders): number {
    return authorization === `Bearer ${this.connection.gateToken}` ? 200 : 401;
  }

  private judge(headers: IncomingHttpHeaders, body: string): number {
    const [timestamp, nonce] = [String(headers['x-holdpoint-timestamp']), String(headers['x-holdpoint-nonce'])];
    const signature = createHmac('sha256', this.connection.secret).update(`${timestamp}.${nonce}.${body}`).digest('hex');
    const isLate = Math.abs(Number(timestamp) * 1000 - this.now().getTime()) > 300_000;
    const isKnown = headers['x-holdpoint-source'] === this.connection.source && !this.nonces.has(nonce);
    if (headers['x-holdpoint-signature'] !== `sha256=${signature}` || isLate || !isKnown) return 401;
    this.nonces.add(nonce);
    if (Buffer.byteLength(body) > 400 * 1024) return 413;
    const key = keyIn(body);
    if (key === '') return 400;
    if (this.keys.has(key)) return 200;
    this.keys.add(key);
    return 202;
  }
}

function keyIn(body: string): string {
  return /"key":"([^"]+)"/.exec(body)?.[1] ?? '';
}
