import type { TestRunDelivery } from '../contracts/deliveries';
import type { Delivery } from './parse-delivery';

/**
 * What came in parts as one: the failures of all parts and their logs one after the other. What is not a test run comes whole.
 * @param parts in their order
 * @returns null where they do not belong together
 */
export function joinRun(parts: readonly Delivery[]): Delivery | null {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  if (first.type !== 'test-run') return null;
  const runs: TestRunDelivery[] = [first.payload];
  for (const other of others) {
    if (other.type !== 'test-run') return null;
    runs.push(other.payload);
  }
  if (runs.some(({ run, part }, n) => run !== first.payload.run || part.n !== n + 1 || part.of !== runs.length)) return null;
  const logs = runs.flatMap(({ log }) => log ?? []);
  return {
    type: 'test-run',
    payload: {
      ...first.payload,
      part: { n: 1, of: 1 },
      failures: runs.flatMap(({ failures }) => failures),
      log: logs.length === 0 ? null : logs.join(''),
    },
  };
}
