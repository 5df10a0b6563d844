import fc from 'fast-check';
import { minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { countOf } from './content';
import { decide, nextDue, nothingGathered } from './decide';
import type { NotificationState } from './decide';
import type { Message } from './message';
import type { Told } from './messages';
import { aGate, anOccurrence, aRelease, aRule, someRules, start } from './notifications.fixture';
import { replayed, wouldHaveTold } from './preview';
import type { NotificationRules } from './rules';
import { textOf } from './words';

const many = (count: number, at: (n: number) => Instant): Told[] =>
  Array.from({ length: count }, (_, n) => anOccurrence({ id: `${n}`, at: at(n) }));
const counts = (messages: readonly Message[]) => messages.map(({ parts }) => parts.map(({ content }) => countOf(content)));
const night = { zone: 'UTC', spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '07:00' }], breakThrough: true };
const evening = '2026-11-02T22:30:00.000Z';
const morning = '2026-11-03T07:00:00.000Z';

test('a hundred duplicates are one message with a count', () => {
  const messages = replayed(
    someRules(),
    many(100, (n) => plus(start, n * 500)),
    plus(start, 60 * minute),
  );
  expect(counts(messages)).toEqual([[100]]);
  expect(messages[0]?.at).toBe(plus(start, minute));
  expect(textOf(messages[0] ?? raise())).toContain(
    '100 defects were reported. The latest: The defect SHOP-1 was reported with S1.',
  );
});

test('what follows within the window is told once, at its end', () => {
  const messages = replayed(
    someRules(),
    many(100, (n) => plus(start, n * 8000)),
    plus(start, 60 * minute),
  );
  expect(messages.map(({ at }) => at)).toEqual([plus(start, minute), plus(start, 16 * minute)]);
  expect(
    counts(messages)
      .flat(2)
      .reduce((a, b) => a + b),
  ).toBe(100);
});

test('each rule and release has its own window, and one issue gets one message', () => {
  const other = aRelease({ id: '10043', name: '4.3.0', ticketId: '20002' });
  const occurrence = anOccurrence({ releases: [aRelease(), other] });
  const rules = someRules({ rules: [aRule(), aRule({ id: 'other', name: 'Again' })] });
  const messages = replayed(rules, [occurrence], plus(start, 60 * minute));
  expect(messages.map(({ issueId, parts }) => [issueId, parts.map(({ rule }) => rule.id)])).toEqual([
    ['20001', ['rule', 'other']],
    ['20002', ['rule', 'other']],
  ]);
});

test('a message says how the verdict turned meanwhile, although the rule does not tell of verdicts', () => {
  const rules = someRules({ rules: [aRule({ events: ['defect-created'] })] });
  const held = anOccurrence({
    ...{ id: 'held', event: 'gate-held', at: plus(start, 5000), issueId: null },
    releases: [aRelease({ gates: [aGate()] })],
  });
  const [message] = replayed(rules, [anOccurrence(), held], plus(start, 60 * minute));
  expect(counts([message ?? raise()])).toEqual([[1]]);
  expect(textOf(message ?? raise())).toContain(
    'The gate of 4.2.0 for Production turned from open to held: 1 open S1, none is allowed.',
  );
});

test('in quiet hours nothing is told before their end, and then one message an issue', () => {
  const mild = { severity: 'S2' } as const;
  const rules = someRules({ quiet: night, rules: [aRule({ severity: 'S2' }), aRule({ id: 'other', severity: null })] });
  const occurrences = [0, 40, 80].map((n) => anOccurrence({ ...mild, id: `${n}`, at: plus(evening, n * minute) }));
  const messages = replayed(rules, occurrences, plus(morning, 60 * minute));
  expect(messages.map(({ at, digest }) => [at, digest])).toEqual([[morning, true]]);
  expect(counts(messages)).toEqual([[3, 3]]);
});

test('S1 breaks through quiet hours where it may', () => {
  const occurrences = [anOccurrence({ at: evening })];
  const at = (breakThrough: boolean) =>
    replayed(someRules({ quiet: { ...night, breakThrough } }), occurrences, plus(morning, minute)).map((message) => message.at);
  expect(at(true)).toEqual([plus(evening, minute)]);
  expect(at(false)).toEqual([morning]);
});

test('what a rule has gathered is dropped when an admin removes it', () => {
  const { state } = decide([anOccurrence()], someRules(), nothingGathered, start);
  const without = decide([], someRules({ rules: [] }), state, plus(start, 2 * minute));
  expect([without.messages, without.state]).toEqual([[], nothingGathered]);
  const off = decide([], someRules({ on: false }), state, plus(start, 2 * minute));
  expect(off.messages).toEqual([]);
});

test('a message of a release without a release ticket has nowhere to stand, and the preview counts it', () => {
  const occurrence = anOccurrence({ releases: [aRelease({ ticketId: null })], issueId: null, event: 'gate-held' });
  expect(wouldHaveTold(someRules({ on: false }), [occurrence], plus(start, 60 * minute)).rules).toMatchObject([
    { ruleId: 'rule', messages: 1, occurrences: 1, nowhere: 1, to: ['the owner'] },
  ]);
});

/** Steps of a day: something happens, somebody asks what is due, time passes; as a shell would do it. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('happens' as const), release: fc.integer({ min: 1, max: 3 }), mild: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tell' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('passes' as const), minutes: fc.integer({ min: 0, max: 400 }) }) },
);
const tworules = [aRule({ severity: null }), aRule({ id: 'severe', windowMinutes: 60 })];
const quiets = fc.constantFrom(null, night, { ...night, breakThrough: false });

test('in any order of steps nothing is lost, nothing is told twice, and counts add up', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), quiets, (steps, quiet) => {
      const rules = someRules({ quiet, rules: tworules });
      const world = { now: start, waiting: [] as Told[], all: [] as Told[], messages: [] as Message[], state: nothingGathered };
      const tell = () => Object.assign(world, told(world, rules));
      steps.forEach((one, n) => {
        if (one.do === 'passes') world.now = plus(world.now, one.minutes * minute);
        else if (one.do === 'tell') tell();
        else {
          const happened = anOccurrence({
            ...{ id: `${n}`, at: world.now, severity: one.mild ? 'S3' : 'S1' },
            releases: [aRelease({ id: `${one.release}`, ticketId: `2000${one.release}` })],
          });
          world.waiting.push(happened);
          world.all.push(happened);
        }
      });
      tell();
      for (let due = nextDue(world.state, rules, world.now); due !== null; due = nextDue(world.state, rules, world.now)) {
        world.now = due > world.now ? due : world.now;
        tell();
      }
      expect(tally(world.messages)).toEqual(expected(world.all));
      expect(new Set(world.messages.map(({ id }) => id)).size).toBe(world.messages.length);
    }),
    { numRuns: 300 },
  );
});

interface World {
  readonly now: Instant;
  readonly waiting: readonly Told[];
  readonly messages: readonly Message[];
  readonly state: NotificationState;
}

function told(world: World, rules: NotificationRules): Omit<World, 'now'> {
  const decided = decide(world.waiting, rules, world.state, world.now);
  return { waiting: [], messages: [...world.messages, ...decided.messages], state: decided.state };
}

/** How many were told by each rule of each subject. */
function tally(messages: readonly Message[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { parts } of messages)
    for (const { rule, subject, content } of parts) {
      const key = `${rule.id} ${subject}`;
      found[key] = (found[key] ?? 0) + countOf(content);
    }
  return found;
}

function expected(all: readonly Told[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { releases, severity } of all)
    for (const rule of tworules) {
      if (rule.severity === 'S1' && severity !== 'S1') continue;
      const key = `${rule.id} release:${releases[0]?.id ?? ''}`;
      found[key] = (found[key] ?? 0) + 1;
    }
  return found;
}

test('the preview tells what would really have been told', () => {
  const gaps = fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 40_000 }), mild: fc.boolean() }), { maxLength: 30 });
  fc.assert(
    fc.property(gaps, quiets, (some, quiet) => {
      const rules = someRules({ quiet, rules: tworules });
      let at = start;
      const all = some.map(({ seconds, mild }, n) => {
        at = plus(at, seconds * 1000);
        return anOccurrence({ id: `${n}`, at, severity: mild ? 'S3' : 'S1' });
      });
      const until = plus(at, 2 * 24 * 60 * minute);
      expect(replayed(rules, all, until)).toEqual(eachMoment(rules, all, until));
    }),
    { numRuns: 100 },
  );
});

/** The same as a shell that wakes at every moment at which something happens or is due, sorted in advance by trial. */
function eachMoment(rules: NotificationRules, all: readonly Told[], until: Instant): Message[] {
  const waiting = [...all];
  const messages: Message[] = [];
  let state = nothingGathered;
  let now = start;
  for (;;) {
    const happens = waiting[0]?.at ?? null;
    const due = nextDue(state, rules, now);
    const next = [happens, due].filter((moment) => moment !== null).sort()[0];
    if (next === undefined || next > until) return messages;
    const isDue = due !== null && due <= next;
    const decided = decide(isDue ? [] : waiting.splice(0, 1), rules, state, next);
    messages.push(...decided.messages);
    state = decided.state;
    now = next;
  }
}

function raise(): never {
  throw new Error('There is no message.');
}
