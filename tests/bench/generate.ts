import { generateShop } from '../../sandbox/data';

const size = 10_000;
const rounds = 5;
/** A laptop shows the product within two minutes of cloning, of which the project may take ten seconds. */
const reference = 10_000;

/** The demo's project with 10,000 defects. */
export function benchGenerate(): Promise<void> {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    generateShop({ size });
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const [p50, p95] = [times[2] ?? 0, times.at(-1) ?? 0].map((time) => Math.round(time));
  console.log(JSON.stringify({ name: 'generate-shop', n: size, p50, p95, unit: 'ms', reference, ratio: (p95 ?? 0) / reference }));
  return Promise.resolve();
}
