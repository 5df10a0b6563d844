import { forecast, forecastFacts } from '../../src/analytics';
import { day } from '../../src/kernel/instant';
import { randomFrom } from '../../src/kernel/random';

const [runs, blockers, days] = [10_000, 200, 121];
const rounds = 15;
/** What 10,000 runs with 200 blockers may take, in milliseconds. */
const limit = 100;
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
function plainForecast({ curves, kinds, ages, arrivals }: Facts, random: () => number): number[] {
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

/** 10,000 runs with 200 open blockers, four months ahead; beside it the plain loop that it is held against. */
export function benchForecast(): Promise<void> {
  const known = facts();
  const quick = timed(rounds, () => forecast(known, { days, runs }, randomFrom(seed)));
  const plain = timed(1, () => plainForecast(known, Math.random));
  report('forecast', quick, limit);
  report('forecast-plain-loop', plain, limit);
  return Promise.resolve();
}

/** Milliseconds of computing, other work on the machine aside, in ascending order. */
function timed(times: number, run: () => void): number[] {
  return Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
}

function report(name: string, times: readonly number[], reference: number): void {
  const place = (share: number) => Math.min(times.length - 1, Math.floor(share * times.length));
  const [p50, p95] = [0.5, 0.95].map((share) => Math.round((times[place(share)] ?? 0) * 10) / 10);
  const ratio = Math.round(((p95 ?? 0) / reference) * 1000) / 1000;
  console.log(JSON.stringify({ name, n: runs, p50, p95, unit: 'ms', reference, ratio }));
}
