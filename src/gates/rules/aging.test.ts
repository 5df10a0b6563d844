import fc from 'fast-check';
import { day, plus } from '../../kernel/instant';
import { severities, type Severity } from '../../kernel/severity';
import type { Facts } from '../evidence';
import { aDefect, now } from '../gates.fixture';
import type { AgingRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: AgingRow = {
  ...{ rule: 'aging', stage: 'production', breach: 'holds', most: 0, releaseAt: null },
  ...{ severity: 'any', percentile: 85 },
};
/** S1 within 2 days, S2 within 10, S3 within 30; of S4 too few were closed. */
const known: Facts['aging'] = {
  S1: { p50: day, p85: 2 * day, p95: 3 * day, restsOn: 40 },
  S2: { p50: 5 * day, p85: 10 * day, p95: 20 * day, restsOn: 60 },
  S3: { p50: 20 * day, p85: 30 * day, p95: 60 * day, restsOn: 90 },
  S4: { p50: null, p85: null, p95: null, restsOn: 3 },
};
type Aged = readonly [severity: Severity | null, days: number, deferred?: boolean];
const aged = (...told: readonly Aged[]) =>
  told.map(([severity, days, deferred = false]) =>
    aDefect({ severity, createdAt: plus(now, -days * day), deferredUntil: deferred ? '2026-12-12T23:59:59.000Z' : null }),
  );
const found = (told: readonly Aged[], parts: Partial<AgingRow> = {}, before: readonly string[] = []) =>
  verdictOn({ ...row, ...parts }, 'aging', known, { defects: aged(...told), before });

test.each<[string, readonly Aged[], Partial<AgingRow>, string, number | null]>([
  ['no defects', [], {}, 'met', 0],
  ['exactly as old as allowed', [['S2', 10]], {}, 'met', 0],
  ['older', [['S2', 10.01]], {}, 'breached', 1],
  ['older than half of the closed ones', [['S2', 6]], { percentile: 50 }, 'breached', 1],
  ['younger than 95 of 100', [['S2', 15]], { percentile: 95 }, 'met', 0],
  [
    'each by its own severity',
    [
      ['S1', 5],
      ['S2', 5],
      ['S3', 5],
    ],
    {},
    'breached',
    1,
  ],
  [
    'one severity alone',
    [
      ['S1', 50],
      ['S2', 5],
    ],
    { severity: 'S2' },
    'met',
    0,
  ],
  ['a missing severity is measured against S1', [[null, 2.5]], {}, 'breached', 1],
  [
    'as many as allowed',
    [
      ['S2', 50],
      ['S2', 60],
    ],
    { most: 2 },
    'met',
    2,
  ],
  ['a deferred one', [['S2', 50, true]], {}, 'met', 0],
  ['one of a severity of which too few were closed', [['S4', 1]], {}, 'unknown', null],
  [
    'the same where another is too old anyway',
    [
      ['S4', 1],
      ['S1', 9],
    ],
    {},
    'breached',
    1,
  ],
  [
    'the same within what is allowed whatever they are',
    [
      ['S4', 1],
      ['S1', 9],
    ],
    { most: 2 },
    'met',
    1,
  ],
  ['the same, deferred', [['S4', 400, true]], {}, 'met', 0],
])('%s', (_, told, parts, state, value) => {
  expect(found(told, parts).condition).toMatchObject({ state, value });
});

test('it says why it holds, and by what it measures', () => {
  const { sentence, condition } = found([['S2', 50]], { severity: 'S2' });
  expect(sentence).toBe(
    '4.2.0 may not enter production: 1 open S2 defect older than 85 % of the closed ones were, none allowed.',
  );
  expect(condition.definition).toContain('That is: S2 10 days (of 60).');
  expect(condition.jql).toContain('"Defect severity" = S2 AND created < -14400m');
});

test('it says of what it does not know enough', () => {
  expect(found([['S4', 1]]).sentence).toBe(
    '4.2.0 may not enter production yet: 1 defect cannot be judged, because only 3 S4 defects were closed in the last half year, too few to say what is old.',
  );
  expect(found([['S4', 1]], { most: 1 }).condition.reason).toContain('; 1 defect cannot be judged');
});

test('it opens again where the row says', () => {
  const two: readonly Aged[] = [
    ['S2', 50],
    ['S2', 60],
  ];
  const parts = { most: 2, releaseAt: 0 };
  expect(found(two, parts).state).toBe('open');
  expect(found(two, parts, ['aging:any:85']).state).toBe('held');
});

test('ages that were not looked up hold the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});

const anyDefect = fc.tuple(fc.constantFrom(...severities, null), fc.integer({ min: 0, max: 100 }));

test('a stricter percentile, a lower limit or an older defect never opens a gate', () => {
  const rank = { open: 0, unknown: 1, held: 2 };
  fc.assert(
    fc.property(fc.array(anyDefect, { maxLength: 12 }), fc.nat(4), (told, most) => {
      const is = (parts: Partial<AgingRow>, older = 0) =>
        rank[
          found(
            told.map(([severity, days]): Aged => [severity, days + older]),
            { most, ...parts },
          ).state
        ];
      expect(is({ percentile: 50 })).toBeGreaterThanOrEqual(is({ percentile: 85 }));
      expect(is({ percentile: 85 })).toBeGreaterThanOrEqual(is({ percentile: 95 }));
      expect(is({})).toBeGreaterThanOrEqual(is({ most: most + 1 }));
      expect(is({}, 5)).toBeGreaterThanOrEqual(is({}));
    }),
  );
});
