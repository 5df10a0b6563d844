import fc from 'fast-check';
import type { OpenDefect } from './evidence';
import { aDefect, aPolicy, now, openRow, production, release } from './gates.fixture';
import { delegationProblems, isTighter, ownGates, rowsFor } from './own-rows';
import type { Wish } from './own-rows';
import { rowKey } from './policy';
import type { GateRow } from './policy';
import { decideGate } from './verdict';

const s1 = openRow('S1', 0);
const s2 = openRow('S2', 3);
const s3 = openRow('S3', 15);
const site = [s1, s2, s3];
const base = { stage: 'production', breach: 'holds' } as const;

test('rows of a project replace those of the same key where they stand, come beside them, or leave some out', () => {
  const own = { rows: [openRow('S2', 1), openRow('S4', 9)], without: [rowKey(s3)] };
  expect(rowsFor(site, own)).toEqual([
    { row: s1, from: 'site' },
    { row: openRow('S2', 1), from: 'project' },
    { row: openRow('S4', 9), from: 'project' },
  ]);
});

const tier = fc.constantFrom('any', 'enterprise', 'standard', 'trial');
const openRows = fc.record({
  severity: fc.constantFrom('S1' as const, 'S2' as const),
  tier,
  most: fc.integer({ min: 0, max: 3 }),
  breach: fc.constantFrom('holds' as const, 'warns' as const),
});
/** No two of them say the same. */
const policies = fc.uniqueArray(
  openRows.map(({ severity, most, ...parts }) => openRow(severity, most, parts)),
  { selector: rowKey, maxLength: 8 },
);

test('without anything of its own a project has what all projects have', () => {
  fc.assert(
    fc.property(policies, (rows) => {
      expect(rowsFor(rows, undefined).map(({ row }) => row)).toEqual(rows);
      expect(ownGates(rows, rows)).toEqual({ rows: [], without: [] });
    }),
  );
});

test('what a project has of its own is found again in its rows, however often', () => {
  fc.assert(
    fc.property(policies, policies, (rows, wanted) => {
      const applied = rowsFor(rows, ownGates(rows, wanted)).map(({ row }) => row);
      expect(new Set(applied)).toEqual(new Set(wanted));
      expect(rowsFor(rows, ownGates(rows, applied)).map(({ row }) => row)).toEqual(applied);
    }),
  );
});

test('a change for all projects reaches a project but for what it replaced or leaves out', () => {
  fc.assert(
    fc.property(policies, policies, policies, (before, wanted, after) => {
      const own = ownGates(before, wanted);
      const apart = new Set([...own.rows.map(rowKey), ...own.without]);
      const reached = rowsFor(after, own).filter(({ from }) => from === 'site');
      expect(reached.map(({ row }) => row)).toEqual(after.filter((row) => !apart.has(rowKey(row))));
    }),
  );
});

test.each<[string, GateRow, GateRow, boolean]>([
  ['the same', s2, openRow('S2', 3), false],
  ['a lower most', s2, openRow('S2', 2), true],
  ['a higher most', s2, openRow('S2', 4), false],
  ['only a warning', s2, openRow('S2', 0, { breach: 'warns' }), false],
  ['it holds', openRow('S2', 3, { breach: 'warns' }), s2, true],
  ['it opens later', s2, openRow('S2', 3, { releaseAt: 1 }), true],
  ['fewer, but it opens earlier', openRow('S2', 3, { releaseAt: 0 }), openRow('S2', 2, { releaseAt: 1 }), false],
  ['another severity', s2, openRow('S3', 0), false],
  ['a longer soak', { ...base, rule: 'soak-time', hours: 24 }, { ...base, rule: 'soak-time', hours: 48 }, true],
  ['a shorter soak', { ...base, rule: 'soak-time', hours: 24 }, { ...base, rule: 'soak-time', hours: 12 }, false],
  ...(
    [
      [80, 70, true],
      [80, 90, false],
    ] as const
  ).map(([was, is, tighter]): [string, GateRow, GateRow, boolean] => [
    `a ceiling of ${is} for ${was}`,
    { ...base, rule: 'score-ceiling', most: 0, releaseAt: null, ceiling: was },
    { ...base, rule: 'score-ceiling', most: 0, releaseAt: null, ceiling: is },
    tighter,
  ]),
  [
    'fewer may escape',
    { ...base, rule: 'escape-rate', windowDays: 30, atMost: 10 },
    { ...base, rule: 'escape-rate', windowDays: 30, atMost: 5 },
    true,
  ],
  [
    'more days to spare',
    { ...base, rule: 'deferrals-valid', daysLeft: 0 },
    { ...base, rule: 'deferrals-valid', daysLeft: 7 },
    true,
  ],
  [
    'more than the release before',
    { ...base, rule: 'no-worse-than-last', severity: 'any', byHowMany: 0 },
    { ...base, rule: 'no-worse-than-last', severity: 'any', byHowMany: 1 },
    false,
  ],
  [
    'undecided blockers hold',
    { ...base, rule: 'blockers-nominated', undecided: 'passes' },
    { ...base, rule: 'blockers-nominated', undecided: 'holds' },
    true,
  ],
  ...(
    [
      [['S1', 'S2'], ['S1'], true],
      [['S1'], ['S2'], false],
      [null, ['S1'], false],
      [null, [], true],
      [['S1'], null, false],
    ] as const
  ).map(([was, is, tighter]): [string, GateRow, GateRow, boolean] => [
    `${String(is)} may still come in for ${String(was)}`,
    { ...base, rule: 'freeze-violations', most: 0, releaseAt: null, admits: was },
    { ...base, rule: 'freeze-violations', most: 0, releaseAt: null, admits: is },
    tighter,
  ]),
  ...(
    [
      [{ hours: 24 }, true],
      [{ role: 'Developers', hours: 24 }, false],
      [{ evidence: 'text' }, false],
    ] as const
  ).map(([parts, tighter]): [string, GateRow, GateRow, boolean] => {
    const check = { ...base, rule: 'manual-check', name: 'Told', role: 'Approvers', evidence: 'link', hours: null } as const;
    return [`a check with ${JSON.stringify(parts)}`, check, { ...check, ...parts }, tighter];
  }),
  ...(
    [
      [{ items: ['target', 'migrations'] }, true],
      [{ items: ['migrations'] }, false],
      [{ targetDays: 30 }, true],
      [{ items: ['target', 'migrations'], mostReturning: 5 }, false],
    ] as const
  ).map(([parts, tighter]): [string, GateRow, GateRow, boolean] => {
    const back = { ...base, rule: 'rollback-readiness', items: ['target'], mostReturning: 0, targetDays: 90 } as const;
    return [`a way back with ${JSON.stringify(parts)}`, back, { ...back, ...parts }, tighter];
  }),
])('%s in the place of a row: tighter or not', (_, row, by, tighter) => {
  expect(isTighter(row, by)).toBe(tighter);
});

const wish = (wanted: readonly GateRow[], parts: Partial<Wish> = {}) =>
  delegationProblems({ delegated: 'tighter', site, now: site, wanted, ...parts }).map(({ row, message }) => [row, message]);

test('what is delegated is allowed, and what goes further is refused at its row', () => {
  const more = [s1, openRow('S2', 1), s3, openRow('S4', 9)];
  expect(wish(more, { delegated: 'nothing' })).toEqual([[null, expect.stringContaining('administer Jira')]]);
  expect(wish(site, { delegated: 'nothing' })).toEqual([]);
  expect(wish(more)).toEqual([]);
  expect(wish([s1, openRow('S2', 4), s3])).toEqual([[1, expect.stringContaining('asks for less')]]);
  expect(wish([s1, s2])).toEqual([[null, expect.stringContaining('A rule of all projects is left out')]]);
  expect(wish([...site, openRow('S1', 0, { stage: 'canary' })])).toEqual([[3, expect.stringContaining('nothing passes')]]);
  expect(wish([], { delegated: 'anything' })).toEqual([]);
});

test('what stands already may stay, and what the project asks beyond all projects is taken back', () => {
  const looser = [s1, openRow('S2', 9), s3, openRow('S4', 9)];
  expect(wish(looser, { now: looser })).toEqual([]);
  expect(wish([s1, openRow('S2', 9), s3], { now: looser })).toEqual([]);
  expect(wish(site, { now: looser })).toEqual([]);
  expect(wish([s1, openRow('S2', 8), s3], { now: looser })).toHaveLength(1);
});

const defects = fc.array(
  fc
    .record({ severity: fc.constantFrom('S1' as const, 'S2' as const, null), tier: fc.constantFrom('enterprise', 'trial', null) })
    .map((parts): OpenDefect => aDefect(parts)),
  { maxLength: 6 },
);

test('nothing that is tighter opens a gate that was not open', () => {
  const state = (rows: readonly GateRow[], facts: readonly OpenDefect[]) => {
    const evidence = { defects: { kind: 'known' as const, facts } };
    return decideGate({ policy: aPolicy({ rows }), stage: production, release, evidence, before: new Set(), now }).state;
  };
  fc.assert(
    fc.property(
      policies,
      policies,
      fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 8 }),
      defects,
      (all, more, less, facts) => {
        const kept = all.map((row, n) => ('most' in row ? { ...row, most: Math.max(0, row.most - (less[n] ?? 0)) } : row));
        const keys = all.map(rowKey);
        const wanted = [...kept, ...more.filter((row) => !keys.includes(rowKey(row)))];
        fc.pre(delegationProblems({ delegated: 'tighter', site: all, now: all, wanted }).length === 0);
        if (state(all, facts) !== 'open') expect(state(wanted, facts)).not.toBe('open');
      },
    ),
    { numRuns: 1000 },
  );
});
