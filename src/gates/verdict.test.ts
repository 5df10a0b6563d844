import type { OpenDefect } from './evidence';
import { aDefect, aPolicy, now, production, release } from './gates.fixture';
import type { GatePolicy } from './policy';
import { decideGate, decisive, fingerprint, publishedStage } from './verdict';

const judge = (policy: Partial<GatePolicy>, defects: readonly OpenDefect[]) =>
  decideGate(aPolicy(policy), production, release, { kind: 'known', defects }, now);
const row = (severity: 'S1' | 'S2' | 'S3' | 'S4', most: number, tier = 'any') => ({ stage: 'production', severity, tier, most });

describe('open-defects', () => {
  test.each<[string, Partial<GatePolicy>, Partial<OpenDefect>[], 'open' | 'held']>([
    ['no defects', { openDefects: [row('S1', 0)] }, [], 'open'],
    ['one over a limit of zero', { openDefects: [row('S1', 0)] }, [{ severity: 'S1' }], 'held'],
    ['exactly at the limit', { openDefects: [row('S2', 1)] }, [{ severity: 'S2' }], 'open'],
    ['one over the limit', { openDefects: [row('S2', 1)] }, [{ severity: 'S2' }, { severity: 'S2' }], 'held'],
    ['another severity', { openDefects: [row('S1', 0)] }, [{ severity: 'S2' }], 'open'],
    ['a missing severity counts as S1', { openDefects: [row('S1', 0)] }, [{ severity: null }], 'held'],
    ['a missing severity is not counted elsewhere', { openDefects: [row('S2', 0)] }, [{ severity: null }], 'open'],
    ['a tier of its own row', { openDefects: [row('S2', 0, 'enterprise')] }, [{ severity: 'S2', tier: 'enterprise' }], 'held'],
    ['a tier of another row', { openDefects: [row('S2', 0, 'enterprise')] }, [{ severity: 'S2', tier: 'trial' }], 'open'],
    [
      'a missing tier counts in the strictest row',
      { openDefects: [row('S2', 0, 'enterprise'), row('S2', 5, 'trial')] },
      [{ severity: 'S2', tier: null }],
      'held',
    ],
    [
      'an unknown tier counts in the strictest row',
      { openDefects: [row('S2', 0, 'enterprise')] },
      [{ severity: 'S2', tier: 'gold' }],
      'held',
    ],
    [
      'a row of another stage',
      { openDefects: [row('S2', 0), { ...row('S1', 0), stage: 'staging' }] },
      [{ severity: 'S1' }],
      'open',
    ],
  ])('%s', (_, policy, defects, state) => {
    expect(judge(policy, defects.map(aDefect)).state).toBe(state);
  });

  test('every row counts for itself', () => {
    const verdict = judge({ openDefects: [row('S2', 1), row('S2', 0, 'enterprise')] }, [
      aDefect({ severity: 'S2', tier: 'enterprise' }),
    ]);
    expect(verdict.conditions.map(({ id, value, state }) => [id, value, state])).toEqual([
      ['open-defects:S2:any', 1, 'met'],
      ['open-defects:S2:enterprise', 1, 'breached'],
    ]);
  });
});

describe('sla-breached', () => {
  const slaBreached = [{ stage: 'production', severity: 'S1' as const, most: 0 }];

  test.each<[string, Partial<OpenDefect>, 'open' | 'held']>([
    ['within its target', { severity: 'S1', createdAt: '2026-10-31T09:00:00.001Z' }, 'open'],
    ['at the very end of its target', { severity: 'S1', createdAt: '2026-10-31T09:00:00.000Z' }, 'held'],
    ['a missing severity has the target of S1', { severity: null, createdAt: '2026-10-30T09:00:00.000Z' }, 'held'],
    ['another severity', { severity: 'S2', createdAt: '2026-01-01T09:00:00.000Z' }, 'open'],
  ])('%s', (_, defect, state) => {
    expect(judge({ slaBreached }, [aDefect(defect)]).state).toBe(state);
  });

  test('any severity together, each by its own target; one without a target is never late', () => {
    const old = { createdAt: '2025-01-01T00:00:00.000Z' };
    const verdict = judge({ slaBreached: [{ stage: 'production', severity: 'any', most: 9 }] }, [
      aDefect({ ...old, severity: 'S2' }),
      aDefect({ ...old, severity: 'S3' }),
      aDefect({ ...old, severity: 'S4' }),
    ]);
    expect(verdict.conditions[0]?.value).toBe(2);
  });
});

describe('a verdict', () => {
  test('without evidence is unknown and says why', () => {
    const verdict = decideGate(
      aPolicy({ openDefects: [row('S1', 0)] }),
      production,
      release,
      { kind: 'missing', because: 'SHOP is still being read' },
      now,
    );
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
  ])('explains itself in one sentence (%#)', (openDefects, sentence) => {
    const defects = [aDefect({ severity: 'S1' }), aDefect({ severity: 'S2' }), aDefect({ severity: 'S2' })];
    expect(judge({ openDefects }, defects).sentence).toBe(sentence);
  });

  test('names no issue in what is published', () => {
    const verdict = judge({ openDefects: [row('S1', 0)] }, [aDefect({ key: 'SHOP-4711', severity: 'S1' })]);
    const published = publishedStage(verdict, { mode: 'enforce', at: now, until: now, build: null });
    expect(JSON.stringify(published)).not.toContain('SHOP-');
    expect(published).toMatchObject({ state: 'held', rule: 'open-defects', value: 1, limit: 0 });
    expect(published.jql).toBe(
      'project = "SHOP" AND issuetype in ("Bug") AND fixVersion = 10012 AND statusCategory != Done AND ("Deferred until" is EMPTY OR "Deferred until" <= now()) AND ("Defect severity" is EMPTY OR "Defect severity" not in ("S2", "S3", "S4"))',
    );
  });

  test('names the first breached condition as the decisive one', () => {
    expect(decisive(judge({ openDefects: [row('S1', 5), row('S2', 0)] }, [aDefect({ severity: 'S2' })]))?.id).toBe(
      'open-defects:S2:any',
    );
  });

  test('is the same as another by what it found, not by the order of the evidence', () => {
    const [a, b] = [aDefect({ severity: 'S1' }), aDefect({ severity: 'S1' })];
    const openDefects = [row('S1', 0)];
    expect(fingerprint(judge({ openDefects }, [a, b]))).toBe(fingerprint(judge({ openDefects }, [b, a])));
    expect(fingerprint(judge({ openDefects }, [a]))).not.toBe(fingerprint(judge({ openDefects }, [a, b])));
  });
});

describe('a deferred defect', () => {
  const policy = { openDefects: [row('S2', 0)], slaBreached: [{ stage: 'production', severity: 'S2' as const, most: 0 }] };
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
    expect(verdict.unblock?.defectIds).toHaveLength(1);
    expect(JSON.stringify(publishedStage(verdict, { mode: 'enforce', at: now, until, build: null }))).not.toContain('SHOP-');
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
    const late = (clockFrom: string) => judge({ slaBreached: policy.slaBreached }, [aDefect({ ...old, clockFrom })]).state;
    expect([late('2026-10-26T09:00:00.001Z'), late('2026-10-26T09:00:00.000Z')]).toEqual(['open', 'held']);
  });
});
