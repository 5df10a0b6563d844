import fc from 'fast-check';
import { day, between, minute, plus } from '../../kernel/instant';
import { dueAt } from '../../governance';
import { clockAfterAll, clockFrom, heldTimeOf } from './clock';
import { aDeferral, commandFacts, now, releases } from './deferral.fixture';
import { endOfDay, heldSpans, revisionOf, stateAt } from './deferral';
import type { Deferral } from './deferral';
import { decideDeferral, defersFor, settleDeferral, timesHeld } from './machine';
import type { CommandFacts, DeferralCommand } from './machine';
import { defaultDeferralPolicy, latestExpiry } from './policy';

const because = 'So it was agreed.';
const later = (days: number) => endOfDay(plus(now, days * day));

function done(deferral: Deferral, command: DeferralCommand, facts: Partial<CommandFacts> = {}): Deferral {
  const outcome = decideDeferral(deferral, command, commandFacts(facts));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.deferral;
}
const approve: DeferralCommand = { act: 'approve', comment: false };
const approved = () => done(aDeferral(), approve);
const message = (deferral: Deferral, command: DeferralCommand, facts: Partial<CommandFacts> = {}) => {
  const outcome = decideDeferral(deferral, command, commandFacts(facts));
  return outcome.kind === 'refused' ? outcome.message : '';
};
const ends = { defect: { open: true, planned: ['10'] }, releases };

describe('a decision is refused', () => {
  test.each<[string, Deferral, DeferralCommand, Partial<CommandFacts>, string]>([
    ['by who asked', aDeferral(), approve, { who: 'asker' }, 'You asked for this deferral'],
    ['by the assignee', aDeferral(), approve, { who: 'fixer' }, 'assigned to you'],
    ['by somebody without the right', aDeferral(), approve, { approves: false }, 'This needs somebody who may approve'],
    ['below the level', aDeferral(), approve, { approves: false, level: { kind: 'project-admins' } }, 'an admin of the project'],
    ['after its last day', aDeferral(), approve, { now: later(19) }, 'passed before anybody decided'],
    [
      'beyond the most for a severity that became worse',
      aDeferral(),
      approve,
      { defect: { ...ends.defect, severity: 'S1' } },
      '14 days at most',
    ],
    [
      'where the defect is done',
      aDeferral(),
      approve,
      { defect: { open: false, severity: 'S2', planned: [] } },
      'The defect is done',
    ],
    [
      'where the target is out',
      aDeferral(),
      approve,
      { releases: releases.map((one) => ({ ...one, released: true })) },
      'is out',
    ],
    ['twice', approved(), approve, {}, 'approved already'],
    ['to extend what expired', approved(), { act: 'extend', because, expiresAt: later(40) }, { now: later(19) }, 'reinstate it'],
    ['to extend beyond the most', approved(), { act: 'extend', because, expiresAt: later(31) }, {}, '30 days at most'],
    ['to extend to an earlier day', approved(), { act: 'extend', because, expiresAt: later(3) }, {}, 'Choose a later day'],
    ['to extend as the requester', approved(), { act: 'extend', because, expiresAt: later(25) }, { who: 'asker' }, 'You asked'],
    ['to withdraw as a stranger', approved(), { act: 'withdraw', because }, { who: 'other', approves: false }, 'Only who asked'],
    ['to reinstate what holds', approved(), { act: 'reinstate', because, expiresAt: later(5) }, {}, 'approved already'],
    [
      'to reinstate what never held',
      done(aDeferral(), { act: 'withdraw', because }),
      { act: 'reinstate', because, expiresAt: later(5) },
      {},
      'never approved',
    ],
    [
      'to reinstate beside another one',
      done(approved(), { act: 'withdraw', because }),
      { act: 'reinstate', because, expiresAt: later(5) },
      { other: true },
      'Another deferral',
    ],
  ])('%s', (_what, deferral, command, facts, words) => {
    expect(message(deferral, command, facts)).toContain(words);
  });
});

test('who asked may withdraw, and an approver may refuse', () => {
  expect(done(aDeferral(), { act: 'withdraw', because }, { who: 'asker', approves: false }).state).toBe('withdrawn');
  expect(done(aDeferral(), { act: 'refuse', because }).state).toBe('refused');
});

test('reinstating keeps exactly the day that was chosen, and counts as one more time', () => {
  const expired = settleDeferral(approved(), { ...ends, now: later(19) });
  if (expired === null) throw new Error('not expired');
  const again = done(expired, { act: 'reinstate', because, expiresAt: later(33) }, { now: later(19), times: 1 });
  expect(again).toMatchObject({ state: 'approved', expiresAt: later(33), k: 2 });
  expect(again.events.at(-1)).toMatchObject({ act: 'reinstated', expiresAt: later(33) });
});

test.each<[string, Partial<Parameters<typeof settleDeferral>[1]>, string | undefined]>([
  ['nothing changes', {}, undefined],
  ['its day passes', { now: later(19) }, 'expired'],
  ['the defect is done', { defect: { open: false, planned: ['10'] } }, 'fulfilled'],
  ['it is planned for the target', { defect: { open: true, planned: ['11'] } }, 'fulfilled'],
  ['it is planned for the target beside the present release', { defect: { open: true, planned: ['10', '11'] } }, 'fulfilled'],
  ['it is planned for a release after the target', { defect: { open: true, planned: ['12'] } }, 'fulfilled'],
  ['the target is gone', { releases: releases.filter(({ id }) => id !== '11') }, 'expired'],
  ['the target is out', { releases: releases.map((one) => ({ ...one, released: one.id === '11' })) }, 'expired'],
])('what holds ends where %s', (_what, facts, act) => {
  const settled = settleDeferral(approved(), { ...ends, now, ...facts });
  expect(settled?.events.at(-1)?.act).toBe(act);
});

test('a request that nobody decided in time is withdrawn', () => {
  const settled = settleDeferral(aDeferral(), { ...ends, now: later(19) });
  expect(settled).toMatchObject({ state: 'withdrawn' });
  expect(settled?.events.at(-1)?.because).toContain('Nobody had decided');
});

test.each([
  ['the present release', '10', {}, true],
  ['the target itself', '11', {}, false],
  ['a release after the target', '12', {}, false],
  ['a release of nobody', '99', {}, false],
  ['the present release once the day has passed', '10', { now: later(19) }, false],
  ['the present release once it is planned for the target too', '10', { defect: { open: true, planned: ['10', '11'] } }, false],
] as const)('it keeps the defect out of the count of %s or not', (_what, version, facts, expected) => {
  expect(defersFor(approved(), version, { ...ends, now, ...facts })).toBe(expected);
});

describe('the clock of the resolution target', () => {
  const createdAt = plus(now, -2 * day);
  const targets = { S1: 2, S2: 7, S3: 30, S4: null };
  const due = (deferrals: readonly Deferral[], at: string) =>
    dueAt(clockFrom(createdAt, deferrals.map(heldTimeOf), at), 'S2', targets);

  test('goes on with the time that was left', () => {
    const expired = settleDeferral(approved(), { ...ends, now: later(25) });
    if (expired === null) throw new Error('not expired');
    // 5 days were left when it was approved, and 5 are left when it expires: not when that is noticed a week later.
    expect(due([expired], later(25))).toBe(plus(later(18), 5 * day));
    expect(due([approved()], later(25))).toBe(plus(later(18), 5 * day));
    expect(clockAfterAll(createdAt, [heldTimeOf(approved())])).toBe(clockFrom(createdAt, [heldTimeOf(expired)], later(25)));
  });

  test('leaves a defect as late as it was', () => {
    const old = plus(now, -10 * day);
    const from = clockFrom(old, [heldTimeOf(approved())], later(25));
    expect(between(dueAt(from, 'S2', targets) ?? '', later(18))).toBe(3 * day);
  });

  test('goes on at once where it is withdrawn', () => {
    const withdrawn = done(approved(), { act: 'withdraw', because }, { now: plus(now, day) });
    expect(clockFrom(createdAt, [heldTimeOf(withdrawn)], later(20))).toBe(plus(createdAt, day));
  });
});

/** Everything that people and the clock can do, in any order. */
interface World {
  now: string;
  deferrals: Deferral[];
  /** What became of the defect. */
  fate: (typeof fates)[number];
}

const person = fc.constantFrom('boss', 'boss', 'boss', 'boss', 'asker', 'fixer', 'other');
const fates = [
  ends,
  ends,
  { ...ends, defect: { open: false, planned: ['10'] } },
  { ...ends, defect: { open: true, planned: ['11'] } },
];
const step = fc.oneof(
  fc.record({ do: fc.constant('request' as const) }),
  fc.record({ do: fc.constant('approve' as const), who: person }),
  fc.record({ do: fc.constantFrom('refuse' as const, 'withdraw' as const), who: person }),
  fc.record({
    do: fc.constantFrom('extend' as const, 'reinstate' as const),
    who: person,
    days: fc.integer({ min: -3, max: 45 }),
    which: fc.nat(5),
  }),
  fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 12 * 24 * 60 }) }),
  fc.record({ do: fc.constant('settle' as const) }),
  fc.record({ do: fc.constant('change' as const), fate: fc.constantFrom(...fates) }),
);

type Step = typeof step extends fc.Arbitrary<infer Move> ? Move : never;

function commandOf(move: Extract<Step, { who: string }>, at: string): DeferralCommand {
  if ('days' in move) return { act: move.do, because, expiresAt: endOfDay(plus(at, move.days * day)) };
  return move.do === 'approve' ? approve : { act: move.do, because };
}

function play(world: World, move: Step): void {
  const { deferrals } = world;
  const isOpen = (one: Deferral) => ['requested', 'approved'].includes(one.state);
  if (move.do === 'pass') world.now = plus(world.now, move.minutes * minute);
  else if (move.do === 'settle') {
    for (const over of deferrals.filter((one) => !isOpen(one)))
      expect(settleDeferral(over, { ...world.fate, now: world.now })).toBeNull();
    world.deferrals = deferrals.map((one) => settleDeferral(one, { ...world.fate, now: world.now }) ?? one);
  } else if (move.do === 'change') world.fate = move.fate;
  else if (move.do === 'request') {
    if (deferrals.some(isOpen)) return;
    const expiresAt = endOfDay(plus(world.now, 10 * day));
    const events = [{ act: 'requested' as const, at: world.now, who: 'asker', because: null, expiresAt }];
    deferrals.push(aDeferral({ id: `7-${deferrals.length + 1}`, expiresAt, events }));
  } else {
    const at = 'which' in move ? move.which % Math.max(1, deferrals.length) : deferrals.length - 1;
    const one = deferrals[at];
    if (one === undefined) return;
    const command = commandOf(move, world.now);
    const outcome = decideDeferral(one, command, {
      ...commandFacts({ now: world.now, who: move.who, approves: move.who !== 'other', times: timesHeld(deferrals) }),
      defect: { ...world.fate.defect, severity: 'S2' },
      other: deferrals.some((other) => other.id !== one.id && isOpen(other)),
    });
    if (outcome.kind === 'refused') return;
    expect(revisionOf(outcome.deferral)).toBe(revisionOf(one) + 1);
    if (command.act === 'extend') expect(stateAt(one, world.now)).toBe('approved');
    if (command.act === 'approve' || command.act === 'extend' || command.act === 'reinstate') {
      expect(['asker', 'fixer', 'other']).not.toContain(move.who);
      expect(outcome.deferral.expiresAt > world.now).toBe(true);
      const from = heldSpans(outcome.deferral, world.now).at(-1)?.from ?? '';
      expect(outcome.deferral.expiresAt <= latestExpiry(defaultDeferralPolicy, 'S2', from)).toBe(true);
    }
    if (command.act === 'extend' || command.act === 'reinstate') expect(outcome.deferral.expiresAt).toBe(command.expiresAt);
    world.deferrals[at] = outcome.deferral;
  }
}

test('whatever happens in whatever order, what held ends exactly once and the clock is defined throughout', () => {
  const createdAt = plus(now, -2 * day);
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), (moves) => {
      const world: World = { now, deferrals: [], fate: ends };
      let last = createdAt;
      for (const move of moves) {
        play(world, move);
        const active = world.deferrals.filter((one) => stateAt(one, world.now) === 'approved');
        expect(active.length).toBeLessThanOrEqual(1);
        const held = world.deferrals.map(heldTimeOf);
        const from = clockFrom(createdAt, held, world.now);
        // The clock is paused for as long as deferrals held, never longer than time has passed, and it never goes back.
        expect(from >= last && between(createdAt, from) <= between(now, world.now)).toBe(true);
        const spans = world.deferrals.flatMap((one) => heldSpans(one, world.now)).sort((a, b) => (a.from < b.from ? -1 : 1));
        expect(between(createdAt, from)).toBe(spans.reduce((sum, span) => sum + between(span.from, span.to), 0));
        for (const [n, span] of spans.entries()) expect(span.from <= span.to && (spans[n - 1]?.to ?? '') <= span.from).toBe(true);
        last = from;
      }
      // Long after everything, however often anybody looks: each time that it held has one end, and nothing holds.
      world.now = plus(world.now, 400 * day);
      for (let n = 0; n < 3; n += 1) play(world, { do: 'settle' });
      for (const one of world.deferrals) {
        const acts = one.events.map(({ act }) => act);
        const starts = acts.filter((act) => act === 'approved' || act === 'reinstated').length;
        let holds = false;
        let finished = 0;
        for (const act of acts) {
          if (act === 'approved' || act === 'reinstated') {
            expect(holds).toBe(false);
            holds = true;
          } else if (act === 'extended') expect(holds).toBe(true);
          else if (holds) {
            holds = false;
            finished += 1;
          }
        }
        expect([finished, holds]).toEqual([starts, false]);
        expect(['requested', 'approved']).not.toContain(one.state);
        expect(defersFor(one, '10', { ...ends, now: world.now })).toBe(false);
      }
    }),
    { numRuns: 600 },
  );
});
