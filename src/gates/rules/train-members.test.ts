import fc from 'fast-check';
import type { TrainFacts, TrainMate } from '../evidence';
import { aDefect, aPolicy, now, openRow, production, release } from '../gates.fixture';
import type { TrainMembersRow } from '../policy';
import { ownSay } from '../trains';
import { decideGate } from '../verdict';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: TrainMembersRow = { rule: 'train-members', stage: 'production', breach: 'holds' };
const until = '2026-11-02T09:15:00.000Z';
const mate = (name: string | null, state: 'open' | 'held' | 'unknown', because: string | null = null): TrainMate => ({
  ...{ name, stages: { production: { state, because, until } } },
});
const train = (...others: TrainMate[]): TrainFacts => ({ names: ['Autumn'], others });

test.each<[string, TrainFacts, string, number | null, string]>([
  ['in no train', { names: [], others: [] }, 'met', 0, 'it rides in no train'],
  ['alone in one', train(), 'met', 0, 'no other release of Autumn is still to come'],
  ['with one that is open', train(mate(null, 'open')), 'met', 0, 'the other release of Autumn is open too'],
  [
    'in two trains',
    { names: ['Autumn', 'Winter'], others: [mate('4.3.0', 'open'), mate(null, 'open')] },
    'met',
    0,
    'the 2 other releases of Autumn and Winter are open too',
  ],
  [
    'with one of this project that is held',
    train(mate('4.3.0', 'held', '2 open S1 defects, none allowed'), mate(null, 'open')),
    'breached',
    1,
    '1 of the 2 other releases of Autumn is held: 4.3.0 (2 open S1 defects, none allowed)',
  ],
  [
    'with one of another project that is held',
    train(mate(null, 'held')),
    'breached',
    1,
    'the other release of Autumn, in another project, is held',
  ],
  [
    'with many',
    train(
      ...['1', '2', '3', '4'].map((name) => mate(name, 'held')),
      mate(null, 'held'),
      mate(null, 'held'),
      mate('5', 'unknown'),
    ),
    'breached',
    6,
    '6 of the 7 other releases of Autumn are held: 1, 2, 3, 1 more of this project and 2 in other projects, and 1 is not known: 5',
  ],
  [
    'with one that is not known',
    train(mate(null, 'unknown')),
    'unknown',
    null,
    'the other release of Autumn, in another project, is not known',
  ],
  [
    'with one that was never judged',
    train({ name: '4.3.0', stages: {} }),
    'unknown',
    null,
    'the other release of Autumn is not known: 4.3.0',
  ],
])('%s', (_, facts, state, value, reason) => {
  const { condition } = verdictOn(row, 'trains', facts);
  expect(condition).toMatchObject({ state, value, reason });
});

test('with two that are not known', () =>
  expect(verdictOn(row, 'trains', train(mate('4.3.0', 'unknown'), mate(null, 'unknown'))).condition.reason).toBe(
    '2 of the 2 other releases of Autumn are not known: 4.3.0 and 1 in another project',
  ));

test('it is met no longer than what the others rest on, and one that is out of date is not known', () => {
  expect(verdictOn(row, 'trains', train(mate(null, 'open'))).restsUntil).toBe(until);
  const late = { name: '4.3.0', stages: { production: { state: 'open', because: null, until: now } } } as const;
  expect(verdictOn(row, 'trains', train(late)).condition).toMatchObject({
    state: 'unknown',
    reason: 'the other release of Autumn is not known: 4.3.0 (its last verdict is out of date)',
  });
});

test('trains that were not looked up hold the gate', () => expect(verdictOf(row, {}).state).toBe('unknown'));

test('releases never hold each other for ever: all are open once each has met its own rows', () => {
  const policy = aPolicy({ rows: [openRow('S1', 0), row] });
  const judge = (open: boolean, before: ReturnType<typeof decideGate>[]) =>
    decideGate({
      ...{ policy, stage: production, release, before: new Set<string>(), now },
      evidence: {
        defects: { kind: 'known', facts: open ? [] : [aDefect({ severity: 'S1' })] },
        trains: {
          kind: 'known',
          facts: train(...before.map((verdict) => ({ name: null, stages: { production: ownSay(verdict, until, true) } }))),
        },
      },
    });
  fc.assert(
    fc.property(fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (rounds) => {
      let verdicts: ReturnType<typeof decideGate>[] = [];
      for (const own of [...rounds, [true, true, true], [true, true, true]])
        verdicts = own.map((open, n) =>
          judge(
            open,
            verdicts.filter((_, m) => m !== n),
          ),
        );
      expect(verdicts.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    }),
    { numRuns: 30 },
  );
});
