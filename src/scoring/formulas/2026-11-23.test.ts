import fc from 'fast-check';
import { day, dayOf, plus } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { defaultScoringPolicy } from '../defaults';
import { placeBehaviours, workarounds } from '../inputs';
import type { Place, ScoreInputs } from '../inputs';
import { termNames } from '../score';
import type { ScoringPolicy, TermName, Weights } from '../score';
import { formulas } from '.';
import { formulaOf20261123 as formula } from './2026-11-23';

const now = '2026-11-23T12:00:00.000Z';
const ago = (days: number) => plus(now, -days * day);
const on = (days: number) => dayOf(ago(days));
const nothing: ScoreInputs = {
  ...{ seen: [], usersAffected: null, usersFrom: null, workaround: null, severity: null, places: [] },
  ...{ createdAt: ago(0), targetDays: null },
};
const place: Place = { stage: 'Production', behaviour: 'reproduced', nearness: 1, exposure: 1, from: 'cell' };
const termOf = (inputs: ScoreInputs, name: TermName, policy = defaultScoringPolicy) => {
  const found = formula.score(inputs, policy, now).terms.find(({ term }) => term === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

const seen = fc.array(fc.record({ day: fc.integer({ min: 0, max: 400 }).map(on), runs: fc.integer({ min: 1, max: 300 }) }), {
  maxLength: 12,
});
const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const places = fc.array(
  fc.record({
    ...{ stage: fc.string(), behaviour: fc.constantFrom(...placeBehaviours), nearness: share, exposure: share },
    from: fc.constantFrom('cell' as const, 'field' as const),
  }),
  { maxLength: 4 },
);
const inputs: fc.Arbitrary<ScoreInputs> = fc.record({
  seen,
  usersAffected: fc.option(fc.nat(2_000_000)),
  usersFrom: fc.constant(null),
  workaround: fc.option(fc.constantFrom(...workarounds)),
  severity: fc.option(fc.constantFrom(...severities)),
  places,
  createdAt: fc.integer({ min: -2, max: 3000 }).map(ago),
  targetDays: fc.option(fc.integer({ min: 1, max: 3650 })),
});
/** Whole percents that sum to 100. */
const weights: fc.Arbitrary<Weights> = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 })
  .map((cuts) => [0, ...[...cuts].sort((a, b) => a - b), 100])
  .map((cuts) => {
    const [severity = 0, recurrence = 0, users = 0, exposure = 0, workaround = 0, age = 0] = cuts
      .slice(1)
      .map((cut, n) => cut - (cuts[n] ?? 0));
    return { severity, recurrence, users, exposure, workaround, age };
  });
const policies: fc.Arbitrary<ScoringPolicy> = fc.record({
  weights,
  halfLifeDays: fc.integer({ min: 1, max: 180 }),
  users: fc.integer({ min: 1, max: 1_000_000 }),
});

test('a score is a whole number from 0 to 100, and its points add up to it', () => {
  fc.assert(
    fc.property(inputs, policies, (known, policy) => {
      const { score, terms } = formula.score(known, policy, now);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      for (const { value, points, weight } of terms) {
        expect(value >= 0 && value <= 1 && Number.isInteger(points) && points >= 0 && points <= weight).toBe(true);
      }
    }),
  );
});

/** For each input: the same defect, and one of which more of it is known to be bad. */
const worse: readonly (readonly [string, (known: ScoreInputs) => fc.Arbitrary<ScoreInputs>, (known: ScoreInputs) => boolean])[] =
  [
    [
      'one more run that saw it',
      (known) =>
        fc
          .record({ day: fc.integer({ min: 0, max: 400 }).map(on), runs: fc.integer({ min: 1, max: 9 }) })
          .map((one) => ({ ...known, seen: [...known.seen, one] })),
      ({ seen: days }) => days.length > 0,
    ],
    [
      'a later sighting',
      (known) => fc.constant({ ...known, seen: known.seen.map(({ runs }) => ({ day: on(0), runs })) }),
      () => true,
    ],
    [
      'more users',
      (known) => fc.nat(1_000_000).map((more) => ({ ...known, usersAffected: (known.usersAffected ?? 0) + more })),
      ({ usersAffected }) => usersAffected !== null,
    ],
    [
      'a harder workaround',
      (known) => fc.constant({ ...known, workaround: known.workaround === 'easy' ? ('hard' as const) : ('none' as const) }),
      ({ workaround }) => workaround !== null,
    ],
    [
      'a worse severity',
      (known) =>
        fc.constant({ ...known, severity: severities[Math.max(0, severities.indexOf(known.severity ?? 'S1') - 1)] ?? 'S1' }),
      ({ severity }) => severity !== null,
    ],
    [
      'another stage in which it is reproduced',
      (known) => places.map((more) => ({ ...known, places: [...known.places, ...more] })),
      ({ places: held }) => held.length > 0,
    ],
    [
      'the same stages with more users, nearer to users, and reproduced',
      (known) =>
        fc.constant({
          ...known,
          places: known.places.map((one) => ({ ...one, behaviour: 'reproduced' as const, nearness: 1, exposure: 1 })),
        }),
      () => true,
    ],
    [
      'an earlier creation',
      (known) => fc.nat(900).map((days) => ({ ...known, createdAt: plus(known.createdAt, -days * day) })),
      () => true,
    ],
    [
      'a shorter target',
      (known) => fc.constant({ ...known, targetDays: Math.max(1, Math.floor((known.targetDays ?? 2) / 2)) }),
      ({ targetDays }) => targetDays !== null,
    ],
  ];

test.each(worse)('%s never lowers the score', (_name, worsened, isKnown) => {
  fc.assert(
    fc.property(
      inputs.filter(isKnown).chain((known) => fc.tuple(fc.constant(known), worsened(known))),
      policies,
      ([known, more], policy) => formula.score(more, policy, now).score >= formula.score(known, policy, now).score,
    ),
  );
});

test('what nobody said counts as middling, is marked, and says what to do', () => {
  const { score, terms } = formula.score(nothing, defaultScoringPolicy, now);
  expect(score).toBe(50);
  expect(terms.every(({ missing, value }) => missing && value === 0.5)).toBe(true);
  for (const term of termNames) {
    const words = formula.source(term, nothing, defaultScoringPolicy, now);
    expect(words).toMatch(/counted as middling\. (Fill in|Send|Set) /);
  }
});

test('one sighting just now counts as much as none told; a first sighting never lowers a score', () => {
  expect(termOf({ ...nothing, seen: [{ day: on(0), runs: 1 }] }, 'recurrence')).toMatchObject({ value: 0.5, missing: false });
});

test('a sighting counts half after the half-life, and what was not seen for long is nearly nothing', () => {
  const two = termOf({ ...nothing, seen: [{ day: on(14), runs: 2 }] }, 'recurrence').value;
  expect(two).toBeCloseTo(termOf({ ...nothing, seen: [{ day: on(0), runs: 1 }] }, 'recurrence').value);
  expect(termOf({ ...nothing, seen: [{ day: on(140), runs: 1 }] }, 'recurrence').value).toBeLessThan(0.01);
});

test.each([
  [0, 0],
  [9, 0.25],
  [10_000, 1],
  [500_000, 1],
])('%d of 10,000 users', (usersAffected, value) => {
  expect(termOf({ ...nothing, usersAffected }, 'users').value).toBeCloseTo(value, 1);
});

test.each([
  [[place], 1],
  [[{ ...place, exposure: 0.1 }], 0.1],
  [[{ ...place, behaviour: 'fixed' as const }], 0],
  [[{ ...place, behaviour: 'not-reproduced' as const }], 0],
  [[{ ...place, behaviour: 'worked-around' as const }], 0.4],
  [
    [
      { ...place, exposure: 0.1 },
      { ...place, stage: 'Test', nearness: 0.25 },
    ],
    0.25,
  ],
])('the widest exposure counts %#', (held, value) => {
  expect(termOf({ ...nothing, places: held }, 'exposure').value).toBeCloseTo(value);
});

test('age is the middle at the target and all of it at twice the target', () => {
  const at = (days: number) => termOf({ ...nothing, createdAt: ago(days), targetDays: 10 }, 'age').value;
  expect([at(0), at(10), at(20), at(200)]).toEqual([0, 0.5, 1, 1]);
});

test.each<[TermName, Partial<ScoreInputs>, string]>([
  ['severity', { severity: 'S2' }, 'Field Defect severity: S2.'],
  [
    'recurrence',
    {
      seen: [
        { day: on(9), runs: 8 },
        { day: on(1), runs: 4 },
      ],
    },
    '12 test runs or reports in 30 days saw it, the last yesterday.',
  ],
  ['recurrence', { seen: [{ day: on(0), runs: 1 }] }, 'One test run or report in 30 days saw it, today.'],
  ['recurrence', { seen: [{ day: on(44), runs: 3 }] }, 'No test run or report in 30 days; the last one 44 days ago.'],
  ['users', { usersAffected: 1200 }, 'Field Users affected: 1,200, of 10,000.'],
  ['users', { usersAffected: 1200, usersFrom: 'INC-7' }, 'Incident INC-7: 1,200, of 10,000.'],
  ['exposure', { places: [place] }, 'Reproduced in Production.'],
  ['exposure', { places: [{ ...place, exposure: 0.25, from: 'field' }] }, 'Field Detected in: Production (25 % of its users).'],
  ['workaround', { workaround: 'easy' }, 'Field Workaround: there is an easy one.'],
  ['age', { createdAt: ago(9), targetDays: 7 }, 'Reported 9 days ago, to be resolved within 7 days: overdue.'],
  ['age', { createdAt: ago(1), targetDays: 1 }, 'Reported yesterday, to be resolved within 1 day.'],
])('%s says where it came from', (term, known, words) => {
  expect(formula.source(term, { ...nothing, ...known }, defaultScoringPolicy, now)).toBe(words);
});

test('every formula is named by the day of its release, once, in order', () => {
  const names = formulas.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
  expect(names.every((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))).toBe(true);
});
