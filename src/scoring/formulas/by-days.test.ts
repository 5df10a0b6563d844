import fc from 'fast-check';
import { day, dayOf, plus } from '../../kernel/instant';
import { defaultScoringPolicy as policy } from '../defaults';
import type { ScoreInputs } from '../inputs';
import { formulaNamed, newestFormula } from '.';

const midnight = '2026-11-23T00:00:00.000Z';
const base: ScoreInputs = {
  ...{ seen: [], usersAffected: null, usersFrom: null, workaround: null, severity: 'S2', places: [] },
  ...{ createdAt: midnight, targetDays: 7 },
};
/** Milliseconds from the start of a day. */
const moment = fc.integer({ min: 0, max: day - 1 });
const born = fc.integer({ min: -2 * day, max: 400 * day }).map((ago) => plus(midnight, -ago));
const seen = fc.array(fc.record({ day: fc.integer({ min: -2, max: 400 }).map((ago) => dayOf(midnight) - ago), runs: fc.nat(9) }));
const inputs = fc.record({ createdAt: born, seen }).map((some): ScoreInputs => ({ ...base, ...some }));
const weights = { severity: 0, recurrence: 50, users: 0, exposure: 0, workaround: 0, age: 50 };
const byTime = { ...policy, weights };
const ageOf = (createdAt: string, now: string) => {
  const known = { ...base, createdAt };
  const term = newestFormula.score(known, policy, now).terms.find((one) => one.term === 'age');
  return { value: term?.value, source: newestFormula.source('age', known, policy, now) };
};

test('at every moment of a day a defect has the same score, in the same words', () => {
  fc.assert(
    fc.property(inputs, moment, moment, (known, one, other) => {
      const [a, b] = [plus(midnight, one), plus(midnight, other)];
      expect(newestFormula.score(known, byTime, a)).toEqual(newestFormula.score(known, byTime, b));
      for (const term of ['age', 'recurrence'] as const)
        expect(newestFormula.source(term, known, policy, a)).toBe(newestFormula.source(term, known, policy, b));
    }),
  );
});

test('at whatever moment of a day a defect was reported, it is as old', () => {
  fc.assert(
    fc.property(fc.nat(400), moment, moment, moment, (ago, one, other, now) => {
      const on = plus(midnight, -ago * day);
      expect(ageOf(plus(on, one), plus(midnight, now))).toEqual(ageOf(plus(on, other), plus(midnight, now)));
    }),
  );
});

test('the older of two defects never has less for its age, and no defect less for a day that passes', () => {
  fc.assert(
    fc.property(born, fc.nat(400 * day), moment, (createdAt, earlier, now) => {
      const at = plus(midnight, now);
      const { value = 0 } = ageOf(createdAt, at);
      expect(ageOf(plus(createdAt, -earlier), at).value).toBeGreaterThanOrEqual(value);
      expect(ageOf(createdAt, plus(at, day)).value).toBeGreaterThanOrEqual(value);
    }),
  );
});

test.each([
  ['2026-11-23T23:59:59.999Z', '2026-11-23T00:00:00.000Z', 0, 'Reported today'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23T23:59:59.999Z', 0, 'Reported today'],
  ['2026-11-24T08:00:00.000Z', '2026-11-23T12:00:00.000Z', 0, 'Reported today'],
  ['2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00.000Z', 1 / 14, 'Reported yesterday'],
  ['2026-11-16T18:00:00.000Z', '2026-11-23T06:00:00.000Z', 0.5, 'Reported 7 days ago, to be resolved within 7 days.'],
])('a defect of %s is on %s as old as its words say', (createdAt, now, value, words) => {
  const age = ageOf(createdAt, now);
  expect(age.value).toBeCloseTo(value);
  expect(age.source).toContain(words);
});

test('the formula that a stored score names counts the same days as the newest one', () => {
  expect(formulaNamed(newestFormula.name)).toBe(newestFormula);
});
