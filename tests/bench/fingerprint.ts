import { sha256 } from '../../src/kernel/hash';
import { samples } from '../../src/triage/fingerprint/samples.fixture';
import { fingerprintOf } from '../../src/triage/fingerprint';

const n = 10_000;

/** @returns milliseconds */
function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** How long a fingerprint takes: times of one text in milliseconds; the reference is the sum of hashing the same texts, the ratio of the sums. */
export async function benchFingerprint(): Promise<void> {
  const texts = Array.from({ length: n }, (_, at) => `${samples[at % samples.length]?.text ?? ''}\n${at}`);
  for (const text of texts.slice(0, 500)) fingerprintOf(text);
  const times = texts.map((text) => timed(() => fingerprintOf(text)));
  const reference = timed(() => texts.forEach((text) => sha256(text)));
  const sorted = times.toSorted((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const round = (value: number) => Number(value.toFixed(3));
  const figures = { p50: round(quantile(sorted, 0.5)), p95: round(quantile(sorted, 0.95)), unit: 'ms' };
  console.log(
    JSON.stringify({ name: 'fingerprint', n, ...figures, reference: round(reference), ratio: round(total / reference) }),
  );
}
