import { createPrng } from '../../sandbox/data/prng';
import { defaultMaskingRules, keysIn, Masker } from '../../src/environments';
import { storeFacts } from '../../src/environments/shell';
import { factsOfDelivery } from '../../src/flows/delivery-facts';
import { maskDelivery } from '../../src/flows/mask-delivery';
import { parseDelivery, type Delivery } from '../../src/flows/parse-delivery';
import { groupFailures, identify } from '../../src/triage';
import { benchProject } from './fill';

const prng = createPrng(3, 'ingest');
const hex = (digits: number) => Array.from({ length: digits }, () => prng.integer(0, 15).toString(16)).join('');
const told = (key: string) => ({ schema: 1, key, project: 'BIG', at: '2026-11-02T09:00:00.000Z' });

function parsed(type: 'commits' | 'test-run', payload: unknown): Delivery {
  const delivery = parseDelivery(type, payload);
  if (delivery === null) throw new Error('The benchmark made a delivery that breaks its contract.');
  return delivery;
}

const push = {
  ...{ ...told('push'), branch: 'main' },
  commits: Array.from({ length: 1000 }, (_, n) => ({
    sha: hex(40),
    at: '2026-11-02T08:00:00.000Z',
    message: `BIG-${n} Mend what was broken in part ${n}\n\nReviewed-by: dev-${n}@example.com`,
  })),
};
const run = {
  ...{ ...told('run'), kind: 'run', run: 'nightly', environment: 'staging' },
  tally: { tests: 20_000, passed: 19_500, failed: 500, errors: 0, skipped: 0 },
  failures: Array.from({ length: 500 }, (_, n) => ({
    name: `case ${n}`,
    class: `Suite${n % 40}`,
    message: `TimeoutError: no answer from 10.0.${n % 255}.7 after ${3000 + n} ms for user-${n}@example.com`,
    trace: `TimeoutError: no answer\n    at Gateway.charge (/home/ci/w${n}/src/gateway.ts:${n}:13)\n${'    at step (/home/ci/src/step.ts:1:1)\n'.repeat(20)}`,
  })),
};

/** A push of 1,000 commits: parsed, masked, and stored as facts. */
export async function ingestPush(): Promise<void> {
  const delivery = masked(parsed('commits', push));
  if (delivery.type === 'commits')
    await storeFacts(
      benchProject,
      factsOfDelivery(delivery, (message) => keysIn(message, new Set(['BIG']))),
    );
}

/** A run with 500 failures: parsed, masked, and grouped by what failed. */
export function ingestRun(): Promise<number> {
  const delivery = masked(parsed('test-run', run));
  return Promise.resolve(delivery.type === 'test-run' ? groupFailures(delivery.payload.failures, identify).length : 0);
}

function masked(delivery: Delivery): Delivery {
  const masker = new Masker(defaultMaskingRules, 'benchmark');
  return maskDelivery(delivery, (text) => masker.mask(text).text);
}
