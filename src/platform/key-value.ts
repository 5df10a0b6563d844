import { ForgeKvsAPIError, kvs } from '@forge/kvs';

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
export async function claimKey(key: string, value: object): Promise<boolean> {
  try {
    await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && (await kvs.get<unknown>(key)) !== undefined) return false;
    throw error;
  }
}
