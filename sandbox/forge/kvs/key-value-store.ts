import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Switches } from '../../switches';
import type { PlatformReply } from '../backend/wire';
import { answer, refusal } from '../platform-answer';
import { KvsRates } from './kvs-rates';
import { KvsRefusal } from './record-rules';
import { Records } from './records';
import * as requests from './requests';

const mostTransactionOperations = 25;
const largestBatchBytes = 4 * 1024 * 1024;

type Endpoint = (body: unknown) => PlatformReply;

/** The service behind `@forge/kvs`: `POST /api/v1/...` (kvs/out/storage-api.js). Entities and conditions answer 501. */
export class KeyValueStore {
  private readonly plain: Records;
  private readonly secrets: Records;
  private readonly rates: KvsRates;
  private readonly endpoints: ReadonlyMap<string, Endpoint>;

  constructor(
    clock: Clock,
    private readonly switches: Pick<Switches, 'kvsRates'>,
  ) {
    this.rates = new KvsRates(() => clock.now().getTime());
    this.plain = new Records(clock);
    this.secrets = new Records(clock);
    this.endpoints = new Map<string, Endpoint>([
      ['/api/v1/get', (body) => get(this.plain, body)],
      ['/api/v1/set', (body) => set(this.plain, body)],
      ['/api/v1/delete', (body) => remove(this.plain, body)],
      ['/api/v1/query', (body) => query(this.plain, body)],
      ['/api/v1/transaction', (body) => transact(this.plain, body)],
      ['/api/v1/batch/get', (body) => batch(requests.batchGetRequest, body, (item) => ({ ...this.plain.get(item.key) }))],
      [
        '/api/v1/batch/set',
        (body) => batch(requests.batchSetRequest, body, (item) => void this.plain.set(item.key, item.value, item.options)),
      ],
      ['/api/v1/batch/delete', (body) => batch(requests.batchDeleteRequest, body, (item) => this.plain.delete(item.key))],
      ['/api/v1/secret/get', (body) => get(this.secrets, body)],
      ['/api/v1/secret/set', (body) => set(this.secrets, body)],
      ['/api/v1/secret/delete', (body) => remove(this.secrets, body)],
    ]);
  }

  handle(path: string, body: string): PlatformReply {
    const endpoint = this.endpoints.get(path);
    if (!endpoint) return refusal(501, 'NOT_MODELLED', `The sandbox does not model KVS ${path}.`);
    return this.switches.kvsRates ? this.rates.within(path, body, () => ask(endpoint, body)) : ask(endpoint, body);
  }

  /** Keys that hold something, secrets among them. */
  keyCount(): number {
    return this.plain.count() + this.secrets.count();
  }
}

function ask(endpoint: Endpoint, body: string): PlatformReply {
  try {
    return endpoint(JSON.parse(body));
  } catch (error) {
    if (error instanceof KvsRefusal) return refusal(error.status, error.code, error.message);
    if (error instanceof z.ZodError) {
      const unmodelled = error.issues.some((issue) => issue.message.includes('not modelled'));
      return refusal(unmodelled ? 501 : 400, unmodelled ? 'NOT_MODELLED' : 'INVALID_REQUEST', z.prettifyError(error));
    }
    throw error;
  }
}

function get(records: Records, body: unknown): PlatformReply {
  return answer(200, records.get(requests.getRequest.parse(body).key));
}

/** Answers an empty body, or with `returnValue` the record before or after (nothing where there was none before). */
function set(records: Records, body: unknown): PlatformReply {
  const { key, value, options } = requests.setRequest.parse(body);
  const { previous, latest } = records.set(key, value, options);
  const returned = options?.returnValue === 'PREVIOUS' ? previous : options?.returnValue === 'LATEST' ? latest : null;
  return returned ? answer(200, returned) : answer(200);
}

function remove(records: Records, body: unknown): PlatformReply {
  records.delete(requests.deleteRequest.parse(body).key);
  return answer(204);
}

function query(records: Records, body: unknown): PlatformReply {
  const { limit, after, where } = requests.queryRequest.parse(body);
  const start = after === undefined ? null : Buffer.from(after, 'base64url').toString();
  const { page, more } = records.list(where[0]?.values[0] ?? '', start, limit);
  const last = page.at(-1);
  return answer(200, { data: page, ...(more && last ? { cursor: Buffer.from(last.key).toString('base64url') } : {}) });
}

/** All or nothing: everything is checked before anything is done. */
function transact(records: Records, body: unknown): PlatformReply {
  const request = requests.transactionRequest.parse(body);
  const keys = [...request.set, ...request.delete].map((operation) => operation.key);
  if (keys.length === 0 || keys.length > mostTransactionOperations) {
    throw new KvsRefusal(
      400,
      'INVALID_TRANSACTION',
      `A transaction has 1 to ${mostTransactionOperations} operations; this one has ${keys.length}.`,
    );
  }
  if (new Set(keys).size < keys.length) throw new KvsRefusal(400, 'INVALID_TRANSACTION', 'A transaction names each key once.');
  checkSize(body);
  for (const item of request.set) records.checkSet(item.key, item.value, item.options);
  for (const item of request.set) records.set(item.key, item.value, item.options);
  for (const item of request.delete) if (records.find(item.key)) records.delete(item.key);
  return answer(204);
}

/** Not atomic: each item succeeds or fails for itself. */
function batch<Item extends { key: string }>(
  schema: z.ZodType<Item[]>,
  body: unknown,
  act: (item: Item) => object | void,
): PlatformReply {
  checkSize(body);
  const successfulKeys: unknown[] = [];
  const failedKeys: unknown[] = [];
  for (const item of schema.parse(body)) {
    try {
      successfulKeys.push({ key: item.key, ...act(item) });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      failedKeys.push({ key: item.key, error: { code: error.code, message: error.message } });
    }
  }
  return answer(200, { successfulKeys, failedKeys });
}

function checkSize(body: unknown): void {
  if (Buffer.byteLength(JSON.stringify(body)) <= largestBatchBytes) return;
  throw new KvsRefusal(413, 'MAX_SIZE', 'A transaction or batch has at most 4 MB.');
}
