import type { Clock } from '../../clock';
import type { SetOptions } from './requests';
import { checkKey, checkValue, KvsRefusal } from './record-rules';

export interface StoredRecord {
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Instant (ISO 8601) after which the record is gone. */
  readonly expireTime?: string;
}

const unitMilliseconds = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

/** One space of keys: the plain store, or that of secrets. Expires by the sandbox's clock. */
export class Records {
  private readonly records = new Map<string, StoredRecord>();

  constructor(private readonly clock: Clock) {}

  find(key: string): StoredRecord | null {
    checkKey(key);
    const record = this.records.get(key);
    return record && !this.expired(record) ? record : null;
  }

  get(key: string): StoredRecord {
    const record = this.find(key);
    if (!record) throw new KvsRefusal(404, 'KEY_NOT_FOUND', `There is no value under the key "${key}".`);
    return record;
  }

  /** Throws where it may not be set; gives the record before and after. */
  set(key: string, value: unknown, options: SetOptions = {}): { previous: StoredRecord | null; latest: StoredRecord } {
    const previous = this.checkSet(key, value, options);
    const now = this.clock.now().getTime();
    const { ttl } = options;
    const latest: StoredRecord = {
      key,
      value,
      createdAt: previous?.createdAt ?? now,
      updatedAt: now,
      ...(ttl ? { expireTime: new Date(now + ttl.value * unitMilliseconds[ttl.unit]).toISOString() } : {}),
    };
    this.records.set(key, latest);
    return { previous, latest };
  }

  checkSet(key: string, value: unknown, options: SetOptions = {}): StoredRecord | null {
    const previous = this.find(key);
    checkValue(value);
    if (previous && options.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new KvsRefusal(409, 'KEY_ALREADY_EXISTS', `There is a value under the key "${key}" already.`);
    }
    return previous;
  }

  delete(key: string): void {
    this.get(key);
    this.records.delete(key);
  }

  /** In the order of keys; `after` is the last key of the page before. */
  list(prefix: string, after: string | null, limit: number): { page: readonly StoredRecord[]; more: boolean } {
    const matching = [...this.records.values()]
      .filter((record) => record.key.startsWith(prefix) && (after === null || record.key > after) && !this.expired(record))
      .sort((one, other) => (one.key < other.key ? -1 : 1));
    return { page: matching.slice(0, limit), more: matching.length > limit };
  }

  count(): number {
    return [...this.records.values()].filter((record) => !this.expired(record)).length;
  }

  private expired(record: StoredRecord): boolean {
    return record.expireTime !== undefined && Date.parse(record.expireTime) <= this.clock.now().getTime();
  }
}
