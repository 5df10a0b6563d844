import fc from 'fast-check';
import type { Evidence, OpenDefect } from './evidence';
import { aDefect, aPolicy, lateRow, now, openRow, production, release } from './gates.fixture';
import type { GatePolicy, GateRow } from './policy';
import { neededFor } from './rules';
import { unblockSet } from './unblock';
import { breachedBy, decideGate, decisive, fingerprint, publishedStage } from './verdict';

const judge = (policy: Partial<GatePolicy>, defects: readonly OpenDefect[]) =>
  decideGate({
    policy: aPolicy(policy),
    evidence: { defects: { kind: 'known', facts: defects } },
    ...{ stage: production, release, before: new Set(), now },
  });
const row = (severity: 'S1' | 'S2' | 'S3' | 'S4', most: number, tier = 'any') => openRow(severity, most, { tier });

describe('open-defects', () => {
  test.each<[string, Partial<GatePolicy>, Partial<OpenDefect>[], 'open' | 'held']>([
    ['no defects', { rows: [row('S1', 0)] }, [], 'open'],
    ['one over a limit of zero', { rows: [row('S1', 0)] }, [{ severity: 'S1' }], 'held'],
    ['exactly at the limit', { rows: [row('S2', 1)] }, [{ severity: 'S2' }], 'open'],
    ['one over the limit', { rows: [row('S2', 1)] }, [{ severity: 'S2' }, { severity: 'S2' }], 'held'],
    ['another severity', { rows: [row('S1', 0)] }, [{ severity: 'S2' }], 'open'],
    ['a missing severity counts as S1', { rows: [row('S1', 0)] }, [{ severity: null }], 'held'],
    ['a missing severity is not counted elsewhere', { rows: [row('S2', 0)] }, [{ severity: null }], 'open'],
    ['a tier of its own row', { rows: [row('S2', 0, 'enterprise')] }, [{ severity: 'S2', tier: 'enterprise' }], 'held'],
    ['a tier of another row', { rows: [row('S2', 0, 'enterprise')] }, [{ severity: 'S2', tier: 'trial' }], 'open'],
    [
      'a missing tier counts in the strictest row',
      { rows: [row('S2', 0, 'enterprise'), row('S2', 5, 'trial')] },
      [{ severity: 'S2', tier: null }],
      'held',
    ],
    [
      'an unknown tier counts in the strictest row',
      { rows: [row('S2', 0, 'enterprise')] },
      [{ severity: 'S2', tier: 'gold' }],
      'held',
    ],
    ['a row of another stage', { rows: [row('S2', 0), { ...row('S1', 0), stage: 'staging' }] }, [{ severity: 'S1' }], 'open'],
  ])('%s', (_, policy, defects, state) => {
    expect(judge(policy, defects.map(aDefect)).state).toBe(state);
  });

  test('every row counts for itself', () => {
    const verdict = judge({ rows: [row('S2', 1), row('S2', 0, 'enterprise')] }, [
      aDefect({ severity: 'S2', tier: 'enterprise' }),
    ]);
    expect(verdict.conditions.map(({ id, value, state }) => [id, value, state])).toEqual([
      ['open-defects:S2:any', 1, 'met'],
      ['open-defects:S2:enterprise', 1, 'breached'],
    ]);
  });
});

describe('sla-breached', () => {
  const rows = [lateRow('S1', 0)];

  test.each<[string, Partial<OpenDefect>, 'open' | 'held']>([
    ['within its target', { severity: 'S1', createdAt: '2026-10-31T09:00:00.001Z' }, 'open'],
    ['at the very end of its target', { severity: 'S1', createdAt: '2026-10-31T09:00:00.000Z' }, 'held'],
    ['a missing severity has the target of S1', { severity: null, createdAt: '2026-10-30T09:00:00.000Z' }, 'held'],
    ['another severity', { severity: 'S2', createdAt: '2026-01-01T09:00:00.000Z' }, 'open'],
  ])('%s', (_, defect, state) => {
    expect(judge({ rows }, [aDefect(defect)]).state).toBe(state);
  });

  test('any severity together, each by its own target; one without a target is never late', () => {
    const old = { createdAt: '2025-01-01T00:00:00.000Z' };
    const verdict = judge({ rows: [lateRow('any', 9)] }, [
      aDefect({ ...old, severity: 'S2' }),
      aDefect({ ...old, severity: 'S3' }),
      aDefect({ ...old, severity: 'S4' }),
    ]);
    expect(verdict.conditions[0]?.value).toBe(2);
  });
});

describe('a verdict', () => {
  test('without evidence is unknown and says why', () => {
    const verdict = decideGate({
      policy: aPolicy({ rows: [row('S1', 0)] }),
      evidence: { defects: { kind: 'missing', because: 'SHOP is still being read' } },
      ...{ stage: production, release, before: new Set(), now },
    });
    expect(verdict.state).toBe('unknown');
    expect(verdict.sentence).toBe('4.2.0 may not enter production yet: SHOP is still being read.');
    expect(verdict.conditions[0]).toMatchObject({ value: null, state: 'unknown' });
  });

  test('of a gate without conditions is unknown, never open', () => {
    expect(judge({}, []).state).toBe('unknown');
  });

  test.each([
    [[row('S1', 0)], '4.2.0 may not enter production: 1 open S1 defect, none allowed.'],
    [
      [row('S1', 0), row('S2', 1)],
      '4.2.0 may not enter production: 1 open S1 defect, none allowed; 1 more condition is not met.',
    ],
    [[row('S2', 1)], '4.2.0 may not enter production: 2 open S2 defects, at most 1 allowed.'],
    [[row('S3', 0)], '4.2.0 may enter production: the one condition is met.'],
  ])('explains itself in one sentence (%#)', (rows, sentence) => {
    const defects = [aDefect({ severity: 'S1' }), aDefect({ severity: 'S2' }), aDefect({ severity: 'S2' })];
    expect(judge({ rows }, defects).sentence).toBe(sentence);
  });

  test('names no issue in what is published', () => {
    const verdict = judge({ rows: [row('S1', 0)] }, [aDefect({ key: 'SHOP-4711', severity: 'S1' })]);
    const published = publishedStage(verdict, { mode: 'enforce', at: now, until: now, build: null, override: null });
    expect(JSON.stringify(published)).not.toContain('SHOP-');
    expect(published).toMatchObject({ state: 'held', rule: 'open-defects', value: 1, limit: 0 });
    expect(published.jql).toBe(
      'project = "SHOP" AND issuetype in ("Bug") AND fixVersion = 10012 AND statusCategory != Done AND ("Deferred until" is EMPTY OR "Deferred until" <= now()) AND ("Defect severity" is EMPTY OR "Defect severity" not in ("S2", "S3", "S4"))',
    );
  });

  test('names the first breached condition as the decisive one', () => {
    expect(decisive(judge({ rows: [row('S1', 5), row('S2', 0)] }, [aDefect({ severity: 'S2' })]))?.id).toBe(
      'open-defects:S2:any',
    );
  });

  test('is the same as another by what it found, not by the order of the evidence', () => {
    const [a, b] = [aDefect({ severity: 'S1' }), aDefect({ severity: 'S1' })];
    const rows = [row('S1', 0)];
    expect(fingerprint(judge({ rows }, [a, b]))).toBe(fingerprint(judge({ rows }, [b, a])));
    expect(fingerprint(judge({ rows }, [a]))).not.toBe(fingerprint(judge({ rows }, [a, b])));
  });
});

describe('a row that only warns', () => {
  test('leaves the gate open and says so', () => {
    const rows = [row('S1', 0), openRow('S2', 0, { breach: 'warns' })];
    const verdict = judge({ rows }, [aDefect({ severity: 'S2' })]);
    expect(verdict).toMatchObject({
      state: 'open',
      sentence: '4.2.0 may enter production: the one condition is met, with a warning, 1 open S2 defect, none allowed.',
    });
    expect(decisive(verdict)).toBeNull();
  });

  test('is another verdict than one that holds', () => {
    const print = (breach: 'holds' | 'warns') => fingerprint(judge({ rows: [openRow('S1', 0, { breach })] }, []));
    expect(print('warns')).not.toBe(print('holds'));
  });
});

describe('a row with a number at which it opens again', () => {
  const rows = [openRow('S2', 3, { releaseAt: 1 })];
  const state = (count: number, before: readonly string[]) =>
    decideGate({
      policy: aPolicy({ rows }),
      evidence: { defects: { kind: 'known', facts: Array.from({ length: count }, () => aDefect({ severity: 'S2' })) } },
      ...{ stage: production, release, before: new Set(before), now },
    });

  test.each([
    [3, [], 'open'],
    [4, [], 'held'],
    [3, ['open-defects:S2:any'], 'held'],
    [2, ['open-defects:S2:any'], 'held'],
    [1, ['open-defects:S2:any'], 'open'],
    [3, ['open-defects:S1:any'], 'open'],
  ] as const)('%d defects after %j: %s', (count, before, expected) => {
    expect(state(count, before).state).toBe(expected);
  });

  test('says why it still holds', () => {
    expect(state(2, ['open-defects:S2:any']).sentence).toBe(
      '4.2.0 may not enter production: 2 open S2 defects, at most 1 before it opens again, because there were more than 3.',
    );
  });

  test('never turns more often than the numbers cross its limits, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }), (counts) => {
        let before: ReadonlySet<string> = new Set();
        let held = false;
        for (const count of counts) {
          const verdict = state(count, [...before]);
          const expected: boolean = held ? count > 1 : count > 3;
          expect(verdict.state).toBe(expected ? 'held' : 'open');
          held = expected;
          before = breachedBy(verdict);
        }
      }),
    );
  });
});

describe('what a rule rests on', () => {
  const rows: GateRow[] = [
    { rule: 'score-ceiling', stage: 'production', breach: 'holds', ceiling: 80, most: 0, releaseAt: null },
  ];
  const verdict = (scores: Evidence['scores']) =>
    decideGate({
      policy: aPolicy({ rows }),
      evidence: { defects: { kind: 'known', facts: [aDefect({ id: '1' })] }, ...(scores === undefined ? {} : { scores }) },
      ...{ stage: production, release, before: new Set(), now },
    });

  test.each<[string, Evidence['scores'], string, string]>([
    [
      'is missing',
      { kind: 'missing', because: 'nothing was scored' },
      'unknown',
      '4.2.0 may not enter production yet: nothing was scored.',
    ],
    [
      'was never looked up',
      undefined,
      'unknown',
      '4.2.0 may not enter production yet: what this rule rests on was not looked up.',
    ],
    ['is known', { kind: 'known', facts: new Map([['1', 80]]) }, 'open', '4.2.0 may enter production: the one condition is met.'],
    [
      'is above the limit',
      { kind: 'known', facts: new Map([['1', 80.1]]) },
      'held',
      '4.2.0 may not enter production: 1 open defect that scores more than 80, none allowed.',
    ],
    [
      'tells nothing of a defect',
      { kind: 'known', facts: new Map() },
      'held',
      '4.2.0 may not enter production: 1 open defect that scores more than 80, none allowed.',
    ],
  ])('%s', (_, scores, state, sentence) => {
    expect(verdict(scores)).toMatchObject({ state, sentence });
  });

  test('is named for what has to be looked up', () => {
    expect([...neededFor(rows)].sort()).toEqual(['defects', 'scores']);
    expect([...neededFor([])]).toEqual(['defects']);
  });
});

describe('a deferred defect', () => {
  const policy = { rows: [row('S2', 0), lateRow('S2', 0)] };
  const until = '2026-12-12T23:59:59.000Z';
  const deferred = (parts: Partial<OpenDefect> = {}) => aDefect({ severity: 'S2', deferredUntil: until, ...parts });

  test('does not count, and the verdict says how many are left out and until when it may be relied on', () => {
    const verdict = judge(policy, [deferred(), deferred()]);
    expect(verdict).toMatchObject({ state: 'open', restsUntil: until });
    expect(verdict.conditions[0]).toMatchObject({ value: 0, leftOut: '2 S2 deferred until 12 December are not counted' });
    expect(verdict.sentence).toBe('4.2.0 may enter production: both conditions are met; 2 deferred defects are not counted.');
    expect(verdict.conditions[0]?.jql).toContain('("Deferred until" is EMPTY OR "Deferred until" <= now())');
  });

  test('stands beside those that count in the reason of a held gate', () => {
    const verdict = judge(policy, [
      deferred(),
      deferred({ deferredUntil: '2027-01-02T23:59:59.000Z' }),
      aDefect({ severity: 'S2' }),
    ]);
    expect(verdict.sentence).toBe(
      '4.2.0 may not enter production: 1 open S2 defect, none allowed (2 S2 deferred, the first until 12 December, are not counted).',
    );
    expect(unblockSet(verdict.conditions)?.defectIds).toHaveLength(1);
    expect(
      JSON.stringify(publishedStage(verdict, { mode: 'enforce', at: now, until, build: null, override: null })),
    ).not.toContain('SHOP-');
  });

  test('counts again from the moment of its expiry', () => {
    expect(judge(policy, [deferred({ deferredUntil: now })])).toMatchObject({ state: 'held', restsUntil: null });
    expect(judge(policy, [deferred({ deferredUntil: '2026-11-02T09:00:00.001Z' })]).state).toBe('open');
  });

  test('is another verdict than one without it, and nothing is said of it where nothing is deferred', () => {
    expect(fingerprint(judge(policy, [deferred({ id: '1' })]))).not.toBe(fingerprint(judge(policy, [])));
    expect(judge(policy, []).sentence).toBe('4.2.0 may enter production: both conditions are met.');
  });

  test('is late by its clock, which deferrals have moved, and not by its creation', () => {
    const old = { severity: 'S2' as const, createdAt: '2026-10-01T09:00:00.000Z' };
    const late = (clockFrom: string) => judge({ rows: [lateRow('S2', 0)] }, [aDefect({ ...old, clockFrom })]).state;
    expect([late('2026-10-26T09:00:00.001Z'), late('2026-10-26T09:00:00.000Z')]).toEqual(['open', 'held']);
  });
});

describe('the builds that were judged', () => {
  const verdict = (builds: readonly string[]) =>
    decideGate({
      policy: aPolicy({ rows: [row('S1', 0)] }),
      evidence: { defects: { kind: 'known', facts: [] } },
      ...{ stage: production, release, builds, before: new Set(), now },
    });

  test('make another verdict where they are others', () => {
    expect(fingerprint(verdict(['12']))).not.toBe(fingerprint(verdict(['13'])));
    expect(fingerprint(verdict(['12']))).not.toBe(fingerprint(verdict([])));
    expect(fingerprint(verdict(['12']))).toBe(fingerprint(verdict(['12'])));
  });

  test('are published where there are several', () => {
    const published = (builds: readonly string[]) =>
      publishedStage(verdict(builds), { mode: 'enforce', at: now, until: now, build: builds[0] ?? null, override: null });
    expect(published(['12', 'c3'])).toMatchObject({ build: '12', builds: ['12', 'c3'] });
    expect(published(['12'])).not.toHaveProperty('builds');
  });
});

test('hours that pass make no other verdict, but a moment that moves does', () => {
  const rows: GateRow[] = [{ rule: 'soak-time', stage: 'production', breach: 'holds', hours: 24 }];
  const print = (at: string, from: string) => {
    const live = { stage: 'staging', service: 'shop', version: '4.2.0', build: null, commit: null, at: from };
    const known = (facts: readonly never[]) => ({ kind: 'known' as const, facts });
    return fingerprint(
      decideGate({
        policy: aPolicy({ rows }),
        evidence: {
          ...{ defects: known([]), builds: known([]), troubles: known([]) },
          deployments: { kind: 'known', facts: [{ ...live, isRelease: true, live: true }] },
        },
        ...{ stage: production, release, before: new Set(), now: at },
      }),
    );
  };
  const [eight, nine, ten] = ['2026-11-02T08:00:00.000Z', now, '2026-11-02T10:00:00.000Z'];
  expect(print(nine, eight)).toBe(print(ten, eight));
  expect(print(ten, eight)).not.toBe(print(ten, nine));
  expect(print('2026-11-03T08:00:00.000Z', eight)).not.toBe(print(ten, eight));
  expect(print('2026-11-03T08:00:00.000Z', eight)).toBe(print('2026-11-09T08:00:00.000Z', eight));
});
