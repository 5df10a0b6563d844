import { ForgeKvsAPIError, kvs, WhereConditions } from '@forge/kvs';

/** What is stored under a key, unparsed; undefined where there is nothing. */
export async function readKey(key: string): Promise<unknown> {
  return kvs.get<unknown>(key);
}

export async function writeKey(key: string, value: object): Promise<void> {
  await kvs.set(key, value);
}

/** Removes what is stored under a key; nothing there is fine. */
export async function removeKey(key: string): Promise<void> {
  await kvs.delete(key);
}

/** @param seconds after which it may be forgotten; readers still check its age, because removal can be late */
export async function writeFleeting(key: string, value: object, seconds: number): Promise<void> {
  await kvs.set(key, value, { ttl: { value: seconds, unit: 'SECONDS' } });
}

/** Writes only where there is nothing yet: of several who try at once, one gets true. */
export function claimKey(key: string, value: object): Promise<boolean> {
  return claim(key, value, {});
}

/** As `claimKey`, and forgotten after a while. @param seconds after which it may be claimed again */
export function claimFleeting(key: string, value: object, seconds: number): Promise<boolean> {
  return claim(key, value, { ttl: { value: seconds, unit: 'SECONDS' } });
}

async function claim(key: string, value: object, options: { ttl?: { value: number; unit: 'SECONDS' } }): Promise<boolean> {
  try {
    await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS', ...options });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && (await kvs.get<unknown>(key)) !== undefined) return false;
    throw error;
  }
}

/** Keys that begin so, with their values, in the order of the keys. The index behind it can lag a moment behind what was written. */
export async function valuesUnder(prefix: string): Promise<{ key: string; value: unknown }[]> {
  const found: { key: string; value: unknown }[] = [];
  for (let cursor: string | undefined; ;) {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(100);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    found.push(...page.results.map(({ key, value }) => ({ key, value })));
    if (page.nextCursor === undefined || page.nextCursor === '') return found;
    cursor = page.nextCursor;
  }
}

/** Secrets live in a space of their own, encrypted: what is stored under a key, unparsed; undefined where there is nothing. */
export async function readSecret(key: string): Promise<unknown> {
  return kvs.getSecret<unknown>(key);
}

export async function writeSecret(key: string, value: object): Promise<void> {
  await kvs.setSecret(key, value);
}

/** Writes a secret only where there is none yet: of several who try at once, one gets true. */
export async function claimSecret(key: string, value: object): Promise<boolean> {
  try {
    await kvs.setSecret(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && (await kvs.getSecret<unknown>(key)) !== undefined) return false;
    throw error;
  }
}
