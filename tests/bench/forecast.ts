import { forecast, forecastFacts } from '../../src/analytics';
import { day } from '../../src/kernel/instant';
import { randomFrom } from '../../src/kernel/random';
import { computing, printFigure, rounded, shareOf } from './figure';

const [blockers, days] = [200, 121];
/** Runs of a forecast, and how often it is made. */
const sizes = [
  { runs: 1_000, rounds: 15 },
  { runs: 10_000, rounds: 15 },
  { runs: 100_000, rounds: 5 },
] as const;
/** What so many runs with 200 blockers may take, in milliseconds; and how many the product makes. */
const [limit, usual] = [100, 10_000];
const seed = '5eed5eed5eed5eed5eed5eed5eed5eed';
const at = 20_000 * day;

/** A project of 4,000 defects, of which 60 came to block the release in 60 days. */
function facts() {
  const count = 4000;
  const created = Float64Array.from({ length: count }, (_, n) => at - ((n * 7919) % 180) * day - ((n * 104_729) % day));
  const ended = created.map((moment, n) => (n % 9 === 0 ? NaN : moment + (1 + ((n * 31) % 60)) * day * ((n % 4) + 0.3)));
  const defects = Uint32Array.from({ length: 60 }, (_, n) => n * 17);
  const from = Float64Array.from(defects, (_, n) => at - n * day - 1);
  const history = {
    ...{ created, ended, kind: Uint16Array.from(created, (_, n) => n % 4), kinds: 5, alike: [0, 1] },
    releases: [{ defects, from, to: from.map(() => Infinity), start: at - 70 * day }],
  };
  const open = {
    kinds: Uint16Array.from({ length: blockers }, (_, n) => n % 2),
    ages: Float64Array.from({ length: blockers }, (_, n) => ((n * 13) % 40) * day),
  };
  return forecastFacts(history, 0, at, open);
}

type Facts = ReturnType<typeof facts>;

/** The same told as one would first write it: objects, a search through the curve for every draw, every day counted anew. */
function plainForecast({ curves, kinds, ages, arrivals }: Facts, runs: number, random: () => number): number[] {
  const clear = new Array<number>(days).fill(0);
  const chanceOver = (kind: number, time: number) => {
    const curve = curves[kind];
    const step = curve?.times.findLastIndex((one) => one <= time) ?? -1;
    return step < 0 ? 1 : (curve?.survival[step] ?? 0);
  };
  const draw = (kind: number, age: number) => {
    const wanted = chanceOver(kind, age) * random();
    const curve = curves[kind];
    const step = curve?.survival.findIndex((chance) => chance <= wanted) ?? -1;
    return step < 0 ? Infinity : (curve?.times[step] ?? Infinity) - age;
  };
  for (let run = 0; run < runs; run += 1) {
    const open = [...ages].map((age, n) => ({ from: 0, to: draw(kinds[n] ?? 0, age) }));
    for (let d = 0; d < days; d += 1) {
      const like = Math.floor(random() * (arrivals.offsets.length - 1));
      for (const kind of arrivals.kinds.slice(arrivals.offsets[like], arrivals.offsets[like + 1])) {
        open.push({ from: (d + 0.5) * day, to: (d + 0.5) * day + draw(kind, 0) });
      }
    }
    let isDone = false;
    for (let d = 0; d < days; d += 1) {
      const end = (d + 1) * day;
      isDone ||= open.every(({ from, to }) => from > end || to <= end);
      if (isDone) clear[d] = (clear[d] ?? 0) + 1;
    }
  }
  return clear.map((count) => count / runs);
}

/** Runs with 200 open blockers, four months ahead; beside them the plain loop that they are held against. */
export function benchForecast(): Promise<void> {
  const known = facts();
  for (const { runs, rounds } of sizes) report('forecast', runs, rounds, () => forecast(known, { days, runs }, randomFrom(seed)));
  report('forecast-plain-loop', usual, 1, () => plainForecast(known, usual, Math.random));
  return Promise.resolve();
}

function report(name: string, n: number, rounds: number, run: () => void): void {
  // A process that has made no forecast yet takes longer: it is said, and not counted.
  const first = rounded(computing(run));
  const times = Array.from({ length: rounds }, () => computing(run)).sort((a, b) => a - b);
  const [p50, p95, reference] = [rounded(shareOf(times, 0.5)), rounded(shareOf(times, 0.95)), limit * Math.max(1, n / usual)];
  printFigure({ name, n, p50, p95, unit: 'ms', reference, ratio: rounded(p95 / reference) }, { first });
}
