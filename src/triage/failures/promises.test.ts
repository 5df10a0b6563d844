import fc from 'fast-check';
import type { Instant } from '../../kernel/instant';
import { decideRun } from './decide-run';
import { Desk } from './desk.fixture';
import { aGroup, aPolicy, aRun, aTally, at, later, story } from './failures.fixture';
import { historyOf } from './history';
import { applyRun, type RecordedRuns } from './record';
import type { TestRun } from './run';

const fingerprints = ['f1:aa', 'f1:bb', 'f1:cc', 'f1:dd'];
const failures = fc
  .uniqueArray(
    fc.record({ fingerprint: fc.constantFrom(...fingerprints), count: fc.integer({ min: 1, max: 3 }), flaky: fc.nat(3) }),
    {
      selector: ({ fingerprint }) => fingerprint,
    },
  )
  .map((groups) => groups.map((group) => aGroup({ ...group, flaky: Math.min(group.flaky, group.count) })));
const aDelivery = (name: fc.Arbitrary<number>) =>
  fc
    .record({ n: name, at: fc.nat(30), sequence: fc.nat(2), tests: fc.constantFrom(40, 100), complete: fc.boolean(), failures })
    .map((one) => aRun({ ...one, run: `r${one.n}`, at: at(one.at), tally: aTally(one.tests) }));
const deliveries = fc.array(aDelivery(fc.nat(12)), { maxLength: 25 });
const policy = fc
  .record({
    after: fc.constantFrom({ failed: 1, of: 1 }, { failed: 2, of: 3 }),
    greenRuns: fc.integer({ min: 1, max: 3 }),
    fuse: fc.constantFrom(1, 2, 20),
    maxSightingsKept: fc.constantFrom(20, 200),
  })
  .map(aPolicy);

const ended = (runs: readonly TestRun[]) =>
  [...runs.reduce<RecordedRuns>(applyRun, new Map())].sort(([a], [b]) => (a < b ? -1 : 1));

test('deliveries in any order, some of them twice, end in the same facts', () => {
  const shuffled = deliveries.chain((runs) =>
    fc.tuple(
      fc.constant(runs),
      fc
        .shuffledSubarray(runs)
        .chain((twice) => fc.shuffledSubarray([...runs, ...twice], { minLength: runs.length + twice.length })),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([runs, again]) => {
      expect(ended(again)).toEqual(ended(runs));
    }),
    { numRuns: 150 },
  );
});

/** Runs arrive, and now and then somebody closes a defect. */
const happenings = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: aDelivery(fc.nat(30)) },
    { weight: 1, arbitrary: fc.record({ close: fc.constantFrom(...fingerprints), at: fc.nat(30).map(at) }) },
  ),
  { maxLength: 40 },
);
type Happening = TestRun | { readonly close: string; readonly at: Instant };

function happen(desk: Desk, happening: Happening): void {
  if ('close' in happening) desk.close(happening.close, happening.at);
  else desk.take(happening, later);
}

test('a failure has at most one open defect, and a suite at most one about broken runs', () => {
  fc.assert(
    fc.property(happenings, policy, (all, by) => {
      const desk = new Desk(by);
      for (const happening of all) {
        happen(desk, happening);
        expect(Math.max(...[...fingerprints, 'broken'].map((subject) => desk.open(subject)))).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 150 },
  );
});

test('a run that was taken is taken again without effect', () => {
  const acts = ['create', 'reopen', 'broken-run', 'track', 'known', 'sight', 'propose-closing'];
  fc.assert(
    fc.property(happenings, policy, (all, by) => {
      const desk = new Desk(by);
      for (const happening of all) {
        happen(desk, happening);
        if ('close' in happening) continue;
        const again = desk.take(happening, later).map(({ kind }) => kind);
        expect(again.filter((kind) => acts.includes(kind))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('no run makes more new defects than the fuse bears', () => {
  fc.assert(
    fc.property(happenings, policy, (all, by) => {
      const desk = new Desk(by);
      for (const happening of all) {
        const before = desk.issues.length;
        happen(desk, happening);
        expect(desk.issues.length - before).toBeLessThanOrEqual(Math.max(1, by.fuse));
      }
    }),
  );
});

test('closing is proposed once until the failure is seen again', () => {
  fc.assert(
    fc.property(happenings, policy, (all, by) => {
      const desk = new Desk(by);
      const proposed = new Map<string, Instant>();
      for (const happening of all) {
        const before = desk.decided.length;
        happen(desk, happening);
        for (const { decision } of desk.decided.slice(before)) {
          if (decision.kind !== 'propose-closing') continue;
          const earlier = proposed.get(decision.fingerprint);
          const sightings = [...desk.runs.values()].filter(({ seen }) =>
            seen.some(({ fingerprint }) => fingerprint === decision.fingerprint),
          );
          if (earlier !== undefined) expect(sightings.some((run) => run.at > earlier)).toBe(true);
          proposed.set(decision.fingerprint, decision.at);
        }
      }
    }),
    { numRuns: 150 },
  );
});

const letters = fc.array(fc.constantFrom('.', 'K'), { minLength: 1, maxLength: 30 });
const isDefect = (runs: readonly string[], rate: number) => {
  const { runs: past, sightings } = story([...runs, 'K'].join(' '));
  const [last, ...others] = [...past].reverse();
  const run = aRun({ run: last?.run ?? '', at: last?.at ?? later, failures: [aGroup({ flaky: 1 })] });
  const known = { state: null, defect: null, sightings, seenElsewhere: false };
  const facts = { runs: others, fingerprints: new Map([['f1:aa', known]]), broken: null, builtAt: null };
  const flaky = { rate, over: 20, atLeast: 5 };
  return decideRun(run, facts, aPolicy({ flaky }), later).some(({ kind }) => kind === 'create');
};

test('more flaky runs never undo a defect, and a stricter rate never makes one less', () => {
  const rate = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(letters, fc.nat(), rate, rate, (runs, where, one, other) => {
      const more = runs.map((letter, n) => (n === where % runs.length ? 'K' : letter));
      if (isDefect(runs, one)) expect(isDefect(more, one)).toBe(true);
      if (isDefect(runs, Math.max(one, other))) expect(isDefect(runs, Math.min(one, other))).toBe(true);
    }),
  );
});

test('a history does not depend on the order of what it is made of', () => {
  const past = fc
    .array(fc.constantFrom('.', 'K', 'F', 's', 'i'), { minLength: 1, maxLength: 12 })
    .map((runs) => story(runs.join(' ')));
  fc.assert(
    fc.property(
      past.chain(({ runs, sightings }) =>
        fc.tuple(
          fc.constant({ runs, sightings }),
          fc.shuffledSubarray([...runs], { minLength: runs.length }),
          fc.shuffledSubarray([...sightings], { minLength: sightings.length }),
        ),
      ),
      ([{ runs, sightings }, mixed, others]) => {
        expect(historyOf(mixed, others)).toEqual(historyOf(runs, sightings));
      },
    ),
  );
});
