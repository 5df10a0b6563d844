const numbers = 500_000;
const rounds = 7;

/** Milliseconds that a fixed piece of plain work takes here, the best of several: how quick this machine is just now. */
export function yardstick(): number {
  const values = Float64Array.from({ length: numbers }, (_, n) => (n * 2_654_435_761) % 4_294_967_296);
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    Float64Array.from(values).sort();
    best = Math.min(best, performance.now() - started);
  }
  return Math.round(best * 10) / 10;
}
