import fc from 'fast-check';
import type { LastRelease } from '../evidence';
import { aDefect } from '../gates.fixture';
import type { NoWorseThanLastRow } from '../policy';
import { unblockSet } from '../unblock';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: NoWorseThanLastRow = {
  ...{ rule: 'no-worse-than-last', stage: 'production', breach: 'holds' },
  ...{ severity: 'any', byHowMany: 0 },
};
const last = (open: Partial<LastRelease['open']>, parts: Partial<LastRelease> = {}): LastRelease => ({
  ...{ versionName: '4.1.0', daysBefore: 5, hasDay: true, open: { S1: 0, S2: 0, S3: 0, S4: 0, ...open } },
  ...parts,
});
const defects = (...severities: readonly ('S1' | 'S2' | 'S3' | 'S4' | null)[]) =>
  severities.map((severity) => aDefect({ severity }));

test.each<[string, ReturnType<typeof defects>, LastRelease | null, Partial<NoWorseThanLastRow>, string, number]>([
  ['the first release of a project', defects('S1', 'S1'), null, {}, 'met', 2],
  ['nothing now and nothing then', [], last({}), {}, 'met', 0],
  ['as many as then', defects('S2', 'S3'), last({ S1: 1, S4: 1 }), {}, 'met', 2],
  ['one more than then', defects('S2', 'S3'), last({ S1: 1 }), {}, 'breached', 1],
  ['one more, with one to spare', defects('S2', 'S3'), last({ S1: 1 }), { byHowMany: 1 }, 'met', 2],
  ['one severity alone', defects('S2', 'S3', 'S3'), last({ S2: 1 }), { severity: 'S2' }, 'met', 1],
  ['another severity does not make up for it', defects('S2'), last({ S3: 9 }), { severity: 'S2' }, 'breached', 0],
  ['a missing severity counts as S1', defects(null), last({ S2: 9 }), { severity: 'S1' }, 'breached', 0],
])('%s', (_, open, facts, parts, state, limit) => {
  const { condition } = verdictOn({ ...row, ...parts }, 'lastRelease', facts, { defects: open });
  expect(condition).toMatchObject({ state, limit, unit: 'defects' });
});

test.each<[string, LastRelease | null, string]>([
  ['five days before', last({ S2: 1 }), '2 open defects; 5 days before it was shipped 4.1.0 had 1'],
  ['a day before', last({ S2: 1 }, { daysBefore: 1 }), '2 open defects; 1 day before it was shipped 4.1.0 had 1'],
  ['on the day', last({}, { daysBefore: 0 }), '2 open defects; on the day on which it was shipped 4.1.0 had 0'],
  [
    'without a day',
    last({}, { daysBefore: 0, hasDay: false }),
    '2 open defects; this release has no day yet, and on the day on which it was shipped 4.1.0 had 0',
  ],
  ['none before', null, '2 open defects, and no release was shipped before to compare with'],
])('it says with what it compares: %s', (_, facts, reason) => {
  expect(verdictOn(row, 'lastRelease', facts, { defects: defects('S2', 'S3') }).condition.reason).toBe(reason);
});

test('what is deferred is told and not counted', () => {
  const deferred = aDefect({ severity: 'S2', deferredUntil: '2026-12-12T23:59:59.000Z' });
  expect(verdictOn(row, 'lastRelease', last({}), { defects: [deferred] })).toMatchObject({
    state: 'open',
    condition: { value: 0, leftOut: '1 deferred until 12 December is not counted' },
  });
});

test('the smallest set that opens it is as large as it is worse', () => {
  const { conditions } = verdictOn(row, 'lastRelease', last({ S3: 1 }), { defects: defects('S2', 'S3', 'S3') });
  expect(unblockSet(conditions)?.defectIds).toHaveLength(2);
});

test('what was not looked up holds the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});

test('it is open exactly where there are not more than then, with what is to spare', () => {
  const counts = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(counts, counts, counts, (now, then, byHowMany) => {
      const open = Array.from({ length: now }, () => aDefect());
      const { state } = verdictOn({ ...row, byHowMany }, 'lastRelease', last({ S4: then }), { defects: open });
      expect(state).toBe(now <= then + byHowMany ? 'open' : 'held');
    }),
  );
});
