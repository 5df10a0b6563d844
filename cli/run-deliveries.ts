import type { FailedTest } from '../src/contracts/deliveries';
import { deliveryOf, keyOf } from './delivery';
import type { Delivery } from './delivery';
import { partsOf } from './report-parts';
import type { ReportSum } from './read-reports';
import type { Envelope, Origin } from './sending-options';

/** What every part of a run repeats. */
export interface RunFacts extends Envelope, Origin {
  readonly kind: 'run';
  readonly environment: string;
  readonly segment: string | null;
  readonly suite: string;
  readonly run: string;
  readonly tally: ReportSum['tally'];
}

/**
 * A run of tests as deliveries, each small enough to be taken.
 * @param key of the caller, instead of the one made of what names the run; of several parts each adds its number
 * @returns with how many failures are counted, but found no room
 */
export async function runDeliveries(
  facts: RunFacts,
  failures: readonly FailedTest[],
  log: string | null,
  key: string | null,
): Promise<{ deliveries: readonly Delivery[]; leftOut: number }> {
  const { parts, leftOut } = partsOf(failures, log);
  const { project, suite, environment, segment, run } = facts;
  const deliveries: Delivery[] = [];
  for (const [place, some] of parts.entries()) {
    const part = { n: place + 1, of: parts.length };
    const own = key !== null && parts.length > 1 ? `${key}:${part.n}/${part.of}` : key;
    const names = [project, suite, environment, segment, run, part.n, part.of];
    const what = `test run ${run}${parts.length === 1 ? '' : `, part ${part.n} of ${part.of}`}`;
    deliveries.push(
      await deliveryOf('test-results', what, { ...facts, ...some, part, key: own ?? keyOf('test-results', names) }),
    );
  }
  return { deliveries, leftOut };
}
