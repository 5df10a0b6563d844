/**
 * Calls in both directions over one wire. Data travels by structured clone; a function in it becomes a numbered handle and
 * arrives as an async function, because the bridge's payloads carry callbacks (`onClose`, `actions[].onClick`, `onConfigure`).
 */
export interface Channel {
  /** Resolves to the other side's answer; rejects with an Error that carries the other side's message. */
  readonly call: (method: string, data?: unknown) => Promise<unknown>;
}

type Receive = (method: string, data: unknown) => unknown;
export type Callable = (...args: unknown[]) => unknown;
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const handleName = '__sandboxFunction';

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

export const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
/** Data that came over the bridge and may be called. */
export const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/** What a person should read of something thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function mapDeep(value: unknown, leaf: (value: unknown) => { readonly replaced: unknown } | null): unknown {
  const found = leaf(value);
  if (found !== null) return found.replaced;
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, leaf));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapDeep(item, leaf)]));
}

/** Carries messages to the other side and from it, as copies. */
export interface Wire {
  send(message: unknown): void;
  receive(listener: (message: unknown) => void): void;
}

/** Opens a channel on a wire; `receive` answers the other side's calls. */
export function openChannel(wire: Wire, receive: Receive): Channel {
  const waiting = new Map<number, Waiting>();
  const functions = new Map<number, Callable>();
  let next = 1;

  const encode = (value: unknown): unknown =>
    mapDeep(value, (item) => {
      if (!isCallable(item)) return null;
      const handle = next++;
      functions.set(handle, item);
      return { replaced: { [handleName]: handle } };
    });
  const decode = (value: unknown): unknown =>
    mapDeep(value, (item) => {
      const handle = isPlain(item) ? item[handleName] : undefined;
      if (typeof handle !== 'number') return null;
      return { replaced: (...args: unknown[]) => request({ kind: 'apply', handle, args: encode(args) }) };
    });

  function request(message: Record<string, unknown>): Promise<unknown> {
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      wire.send({ ...message, id });
    });
  }

  async function answer(id: unknown, work: () => unknown): Promise<void> {
    try {
      wire.send({ kind: 'done', id, value: encode(await work()) });
    } catch (error) {
      wire.send({ kind: 'failed', id, message: messageOf(error) });
    }
  }

  function settle(message: Record<string, unknown>): void {
    if (typeof message['id'] !== 'number') return;
    const entry = waiting.get(message['id']);
    waiting.delete(message['id']);
    if (message['kind'] === 'done') entry?.resolve(decode(message['value']));
    else entry?.reject(new Error(String(message['message'])));
  }

  function apply(message: Record<string, unknown>): unknown {
    const target = typeof message['handle'] === 'number' ? functions.get(message['handle']) : undefined;
    if (target === undefined) throw new Error('The other side of the bridge called a function that is gone.');
    const args = decode(message['args']);
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    return target(...list);
  }

  wire.receive((message) => {
    if (!isRecord(message)) return;
    if (message['kind'] === 'call') void answer(message['id'], () => receive(String(message['method']), decode(message['data'])));
    else if (message['kind'] === 'apply') void answer(message['id'], () => apply(message));
    else settle(message);
  });

  return { call: (method, data) => request({ kind: 'call', method, data: encode(data) }) };
}
