import { day } from '../../kernel/instant';
import { randomFrom } from '../../kernel/random';
import { dayOfChance, firstClear, forecast } from './forecast';
import type { ForecastFacts } from './forecast';
import { chanceOfEnd, lasting } from './lasting';

const seed = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const at = 20_000 * day;
const curves = [
  lasting(
    Float64Array.from([1, 2, 2, 3, 5, 8, 13], (days) => days * day),
    Uint8Array.from([1, 1, 1, 1, 1, 0, 1]),
  ),
  lasting(
    Float64Array.from([4, 9, 16, 25, 36], (days) => days * day),
    Uint8Array.from([1, 1, 1, 0, 1]),
  ),
];
const none = { offsets: new Uint32Array(1), kinds: new Uint16Array() };
const facts = (parts: Partial<ForecastFacts> = {}): ForecastFacts => ({
  ...{ at, curves, kinds: Uint16Array.from([0, 0, 1]), ages: Float64Array.from([0, 4 * day, 6 * day]), arrivals: none },
  ...parts,
});
const plan = { days: 40, runs: 20_000 };

test('without new ones, the chance is the product of the chances of each', () => {
  const { clear, by } = forecast(facts(), plan, randomFrom(seed));
  const known = [
    [curves[0], 0],
    [curves[0], 4 * day],
    [curves[1], 6 * day],
  ] as const;
  const exact = (d: number) =>
    known.reduce((product, [curve, age]) => product * (curve === undefined ? 0 : chanceOfEnd(curve, age, (d + 1) * day)), 1);
  for (const d of [0, 3, 9, 15, 39]) {
    expect(Math.abs((clear[d] ?? 0) - exact(d))).toBeLessThan(0.012);
    expect(by[d]).toBe(clear[d]);
  }
});

test('with new ones, none is open on a day where those known and those that came have ended', () => {
  // On one of four past days one of each kind came, on another one of the first kind.
  const arrivals = { offsets: Uint32Array.from([0, 2, 2, 3, 3]), kinds: Uint16Array.from([0, 1, 0]) };
  const { clear, by, open } = forecast(
    facts({ ages: new Float64Array(), kinds: new Uint16Array(), arrivals }),
    plan,
    randomFrom(seed),
  );
  const [first, second] = curves;
  if (first === undefined || second === undefined) throw new Error('There are two curves.');
  const gone = (days: number) => [first, second].map((curve) => chanceOfEnd(curve, 0, (days + 0.5) * day));
  let [exact, left] = [1, 0];
  for (let since = 0; since <= 20; since += 1) {
    const [one = 0, other = 0] = gone(since);
    exact *= 0.5 + 0.25 * one * other + 0.25 * one;
    left += 0.5 * (1 - one) + 0.25 * (1 - other);
  }
  expect(Math.abs((clear[20] ?? 0) - exact)).toBeLessThan(0.012);
  expect(Math.abs((open[20] ?? 0) - left)).toBeLessThan(0.05);
  expect(by[20]).toBeGreaterThan(clear[20] ?? 1);
});

test('of the day of the moment only the rest is still to come', () => {
  const arrivals = { offsets: Uint32Array.from([0, 1]), kinds: Uint16Array.from([1]) };
  const late = { ages: new Float64Array(), kinds: new Uint16Array(), arrivals, at: at + 0.75 * day };
  const { open } = forecast(facts(late), { days: 1, runs: 20_000 }, randomFrom(seed));
  expect(Math.abs((open[0] ?? 0) - 0.25)).toBeLessThan(0.02);
});

test('the same facts and seed give the same figures', () => {
  const once = forecast(facts(), plan, randomFrom(seed));
  expect(forecast(facts(), plan, randomFrom(seed))).toEqual(once);
  expect(forecast(facts(), plan, randomFrom(`0${seed.slice(1)}`))).not.toEqual(once);
});

test('the chance that all have been closed never goes down again', () => {
  const arrivals = { offsets: Uint32Array.from([0, 1, 1]), kinds: Uint16Array.from([0]) };
  const { by } = forecast(facts({ arrivals }), plan, randomFrom(seed));
  by.forEach((chance, d) => expect(chance).toBeGreaterThanOrEqual(by[d - 1] ?? 0));
});

test('a chance has its day, or none that was looked at', () => {
  const looked = forecast(facts(), plan, randomFrom(seed));
  const found = dayOfChance(looked, 0.5) ?? 0;
  expect(looked.by[found - looked.firstDay]).toBeGreaterThanOrEqual(0.5);
  expect(looked.by[found - looked.firstDay - 1]).toBeLessThan(0.5);
  expect(dayOfChance({ ...looked, by: new Float64Array(40) }, 0.5)).toBeNull();
});

test('nothing open and nothing to come is clear at once', () => {
  const { by } = forecast(facts({ ages: new Float64Array(), kinds: new Uint16Array() }), { days: 3, runs: 10 }, randomFrom(seed));
  expect([...by]).toEqual([1, 1, 1]);
});

test('the example of docs/metrics.md', () => {
  const curve = lasting(
    Float64Array.from([1, 2, 2, 3, 4, 6], (days) => days * day),
    Uint8Array.from([1, 1, 1, 0, 1, 1]),
  );
  const example = { at, curves: [curve], kinds: Uint16Array.from([0, 0]), ages: Float64Array.from([2 * day, 0]) };
  const alone = forecast({ ...example, arrivals: none }, { days: 2, runs: 40_000 }, randomFrom(seed));
  expect(Math.abs((alone.by[1] ?? 0) - 0.25)).toBeLessThan(0.01);
  const arrivals = { offsets: Uint32Array.from([0, 1, 1]), kinds: Uint16Array.from([0]) };
  const joined = forecast({ ...example, arrivals }, { days: 2, runs: 40_000 }, randomFrom(seed));
  expect(Math.abs((joined.by[1] ?? 0) - 0.073)).toBeLessThan(0.006);
});

test('one by one, the same runs come to the same shares', () => {
  const arrivals = { offsets: Uint32Array.from([0, 2, 2, 3, 3]), kinds: Uint16Array.from([0, 1, 0]) };
  const { by } = forecast(facts({ arrivals }), plan, randomFrom(seed));
  const ends = firstClear(facts({ arrivals }), plan, randomFrom(seed));
  for (const d of [0, 5, 20, 39]) expect(ends.filter((end) => end <= d).length / plan.runs).toBe(by[d]);
});
