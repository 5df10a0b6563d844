/**
 * What KVS accepts, from developer.atlassian.com/platform/forge/limits-kvs-ce and storage-reference (docs/platform.md B.2; the table of
 * the wire in docs/platform.md S.1).
 */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const longestKey = 500;
export const largestValueBytes = 240 * 1024;
const deepestValue = 31;

export function checkKey(key: string): void {
  if (key.length === 0 || key.length > longestKey) {
    throw new KvsRefusal(400, 'INVALID_KEY', `A key has 1 to ${longestKey} characters; this one has ${key.length}.`);
  }
  if (!keyPattern.test(key)) throw new KvsRefusal(400, 'INVALID_KEY', `The key "${key}" does not match ${String(keyPattern)}.`);
}

export function checkValue(value: unknown): void {
  if (value === undefined || value === null) throw new KvsRefusal(400, 'INVALID_VALUE', 'A value is missing.');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > largestValueBytes) {
    throw new KvsRefusal(413, 'MAX_SIZE', `The value has ${bytes} bytes; at most ${largestValueBytes} are stored.`);
  }
  if (depthOf(value) > deepestValue)
    throw new KvsRefusal(400, 'MAX_DEPTH', `The value is nested deeper than ${deepestValue} levels.`);
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
