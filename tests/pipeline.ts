import { createHmac, randomUUID } from 'node:crypto';
import { parseConnection, signedText, type Connection } from '../src/contracts/connection';
import type { RunningSandbox } from './running-sandbox';

/** What a web trigger answered; `key` is told apart by the status. */
export interface Sent {
  readonly status: number;
  readonly text: string;
}

/** What a message is made of before it is sent, so that a test can spoil any of it. */
export interface Message {
  readonly source: string;
  readonly secret: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly body: string;
  readonly signature: string | null;
}

/** Sends deliveries to a sandbox as a pipeline does. */
export class Pipeline {
  readonly connection: Connection;

  constructor(
    private readonly sandbox: RunningSandbox,
    text: string = sandbox.connection,
  ) {
    const connection = parseConnection(text);
    if (connection === null) throw new Error('The sandbox has no connection for pipelines.');
    this.connection = connection;
  }

  /** @param spoil what differs from a message as it should be */
  async send(trigger: string, payload: unknown, spoil: Partial<Message> = {}): Promise<Sent> {
    const message = {
      source: this.connection.source,
      secret: this.connection.secret,
      timestamp: String(Math.floor(Date.parse(await this.sandbox.now()) / 1000)),
      nonce: randomUUID(),
      body: typeof payload === 'string' ? payload : JSON.stringify(payload),
      signature: null,
      ...spoil,
    };
    const { source, secret, timestamp, nonce, body } = message;
    const signature =
      message.signature ??
      `sha256=${createHmac('sha256', secret)
        .update(signedText(timestamp, nonce, body))
        .digest('hex')}`;
    return this.post(trigger, body, {
      'X-Holdpoint-Source': source,
      'X-Holdpoint-Timestamp': timestamp,
      'X-Holdpoint-Nonce': nonce,
      'X-Holdpoint-Signature': signature,
    });
  }

  /** @param trigger key of a web trigger, with a query where it has one */
  async post(trigger: string, body: string, headers: Record<string, string>): Promise<Sent> {
    const response = await fetch(new URL(`/webtrigger/${trigger}`, this.sandbox.url), { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }

  async gate(project: string, version: string, stage: string, token = this.connection.gateToken): Promise<Sent> {
    const query = new URLSearchParams({ project, version, stage }).toString();
    const response = await fetch(new URL(`/webtrigger/gate?${query}`, this.sandbox.url), {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, text: await response.text() };
  }

  /** An envelope with a key of its own, at the sandbox's present. */
  async envelope(project = 'SHOP'): Promise<{ schema: 1; key: string; project: string; at: string }> {
    return { schema: 1, key: randomUUID(), project, at: await this.sandbox.now() };
  }
}
