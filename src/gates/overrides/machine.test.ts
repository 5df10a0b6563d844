import fc from 'fast-check';
import { hour, plus } from '../../kernel/instant';
import { aDefect, aPolicy, now, openRow, production, release } from '../gates.fixture';
import { decideGate, type Verdict } from '../verdict';
import { decideOverride, overrideOf, overrideProblems, settleOverride } from './machine';
import type { OverrideCommandFacts, OverrideRequestFacts } from './machine';
import { isPassable, overrideStateAt } from './override';
import type { Override } from './override';
import { defaultOverridePolicy as policy } from './policy';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

/** What the gate says of these defects: S1 and S2 are allowed none. */
function verdictOf(defects: readonly (readonly [id: string, severity: 'S1' | 'S2'])[], known = true): Verdict {
  const facts = defects.map(([id, severity]) => aDefect({ id, severity }));
  return decideGate({
    policy: aPolicy({ rows: [openRow('S1', 0), openRow('S2', 0)] }),
    evidence: { defects: known ? { kind: 'known', facts } : { kind: 'missing', because: 'SHOP is still being read' } },
    ...{ stage: production, release, before: new Set(), now },
  });
}

const held = verdictOf([['1', 'S1']]);
const wish = { reason: 'risk-accepted', rationale: 'Only the sandbox tenant meets it.', hours: 4 };
const facts = (parts: Partial<OverrideRequestFacts> = {}): OverrideRequestFacts => ({
  ...{ policy, verdict: held, fresh: true, others: [], rationaleProblems: [], now },
  ...parts,
});
const place = { projectId: '1', version: { id: '10', name: '4.2.0' }, stage: production, requester: 'rhea', n: 1 };
const asked = (parts: Partial<OverrideRequestFacts> = {}) => overrideOf(wish, facts(parts), place);
const deciding = (parts: Partial<OverrideCommandFacts> = {}): OverrideCommandFacts => ({
  ...{ now, who: 'omar', mayOverride: true, authors: ['ada'], verdict: held, fresh: true },
  ...parts,
});
function approved(parts: Partial<OverrideCommandFacts> = {}): Override {
  const outcome = decideOverride(asked(), { act: 'approve' }, deciding(parts));
  if (outcome.kind !== 'done') throw new Error(outcome.message);
  return outcome.override;
}

describe('a request', () => {
  test('of a held gate covers what holds it', () => {
    expect(overrideProblems(wish, facts())).toEqual([]);
    expect(asked()).toMatchObject({
      id: '10-production-1',
      state: 'requested',
      covers: [{ id: 'open-defects:S1:any', value: 1, defectIds: ['1'] }],
      decideBy: '2026-11-03T09:00:00.000Z',
    });
  });

  test.each<[string, Partial<OverrideRequestFacts>, string]>([
    ['an open gate', { verdict: verdictOf([]) }, 'The gate is open'],
    ['a stale verdict', { fresh: false }, 'The verdict is stale'],
    ['a gate whose defects are not known', { verdict: { ...held, state: 'unknown', conditions: [] } }, 'is not known'],
    ['a gate with a request that waits', { others: [asked()] }, 'waits for a decision'],
    ['a gate with a live override', { others: [approved()] }, 'is live already'],
  ])('of %s is refused', (_, parts, message) => {
    expect(overrideProblems(wish, facts(parts)).map((problem) => problem.message)).toEqual([saying(message)]);
  });

  test.each([
    [{ reason: 'because' }, 'reason'],
    [{ hours: 0 }, 'hours'],
    [{ hours: 25 }, 'hours'],
    [{ hours: 1.5 }, 'hours'],
    [{ hours: Number.NaN }, 'hours'],
  ])('with %j is refused at its field', (parts, field) => {
    expect(overrideProblems({ ...wish, ...parts }, facts()).map((problem) => problem.field)).toEqual([field]);
  });

  test('may follow one that is over', () => {
    expect(overrideProblems(wish, facts({ others: [asked()], now: plus(now, 24 * hour) }))).toEqual([]);
  });
});

describe('an approval', () => {
  test.each<[string, Partial<OverrideCommandFacts>, string]>([
    ['the requester', { who: 'rhea' }, 'You asked for this override'],
    ['who wrote the policy', { who: 'ada' }, 'You wrote the policy'],
    ['who may not override gates', { mayOverride: false }, 'may override gates'],
    ['anybody, after its time', { now: plus(now, 24 * hour) }, 'Nobody decided in time'],
    ['anybody, while the verdict is stale', { fresh: false }, 'The verdict is stale'],
    ['anybody, once the gate is open', { verdict: verdictOf([]) }, 'The gate is open by now'],
    [
      'anybody, once another defect stands behind the reason',
      {
        verdict: verdictOf([
          ['1', 'S1'],
          ['2', 'S1'],
        ]),
      },
      'held by a new reason: open S1 defects',
    ],
    [
      'anybody, once another condition is not met',
      {
        verdict: verdictOf([
          ['1', 'S1'],
          ['2', 'S2'],
        ]),
      },
      'held by a new reason: open S2 defects',
    ],
  ])('is refused to %s', (_, parts, message) => {
    const outcome = decideOverride(asked(), { act: 'approve' }, deciding(parts));
    expect(outcome).toEqual({ kind: 'refused', message: saying(message) });
  });

  test('holds for its hours and not a millisecond longer', () => {
    const override = approved();
    expect(isPassable(override, held, plus(now, 4 * hour - 1))).toBe(true);
    expect(isPassable(override, held, plus(now, 4 * hour))).toBe(false);
    expect(overrideStateAt(override, plus(now, 4 * hour))).toBe('expired');
  });

  test('still covers what has become less', () => {
    const both = verdictOf([
      ['1', 'S1'],
      ['2', 'S1'],
    ]);
    const outcome = decideOverride(asked({ verdict: both }), { act: 'approve' }, deciding({ verdict: both }));
    if (outcome.kind !== 'done') throw new Error(outcome.message);
    expect(isPassable(outcome.override, held, now)).toBe(true);
  });
});

describe('a live override', () => {
  test('is void as soon as a new reason holds, and stays void when it is gone', () => {
    const worse = verdictOf([
      ['1', 'S1'],
      ['2', 'S1'],
    ]);
    const over = settleOverride(approved(), worse, now);
    expect(over).toMatchObject({ state: 'void' });
    expect(over?.events.at(-1)).toMatchObject({ act: 'voided', because: 'A new reason holds the gate: open S1 defects.' });
    expect(over !== null && isPassable(over, held, now)).toBe(false);
  });

  test('waits where the evidence is missing for a while', () => {
    const unknown = verdictOf([], false);
    expect(settleOverride(approved(), unknown, now)).toBeNull();
    expect(isPassable(approved(), unknown, now)).toBe(false);
  });

  test('is revoked by who asked for it, though not by anybody', () => {
    const revoke = { act: 'revoke', because: 'Found the fix.' } as const;
    expect(decideOverride(approved(), revoke, deciding({ who: 'rhea', mayOverride: false })).kind).toBe('done');
    expect(decideOverride(approved(), revoke, deciding({ who: 'tess', mayOverride: false })).kind).toBe('refused');
  });

  test('is not approved twice, nor refused', () => {
    expect(decideOverride(approved(), { act: 'approve' }, deciding()).kind).toBe('refused');
    expect(decideOverride(approved(), { act: 'refuse', because: 'x' }, deciding()).kind).toBe('refused');
  });
});

const people = ['rhea', 'omar', 'ada', 'tess'] as const;
const someDefects = fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('S1' as const, 'S2' as const)), {
  maxLength: 3,
  selector: ([id]) => id,
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('approve' as const), who: fc.constantFrom(...people) }),
  fc.record({ kind: fc.constant('refuse' as const), who: fc.constantFrom(...people) }),
  fc.record({ kind: fc.constant('revoke' as const), who: fc.constantFrom(...people) }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('turn' as const), defects: someDefects, known: fc.boolean() }),
  fc.record({ kind: fc.constant('settle' as const) }),
);

test('no sequence passes a gate without a live approval of somebody else that covers every reason', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let at = now;
      let behind: readonly (readonly [string, 'S1' | 'S2'])[] = [['1', 'S1']];
      let verdict = held;
      let override = asked();
      const approvals: { who: string; at: string }[] = [];
      let ended = false;
      for (const one of steps) {
        if (one.kind === 'wait') at = plus(at, one.hours * hour);
        else if (one.kind === 'turn') {
          behind = one.defects;
          verdict = verdictOf(one.defects, one.known);
        } else if (one.kind === 'settle') {
          const settled = settleOverride(override, verdict, at);
          if (settled !== null) [override, ended] = [settled, true];
        } else {
          const command = one.kind === 'approve' ? { act: one.kind } : { act: one.kind, because: 'So.' };
          const outcome = decideOverride(
            override,
            command,
            deciding({ who: one.who, mayOverride: one.who !== 'tess', verdict, now: at }),
          );
          if (outcome.kind === 'done') {
            override = outcome.override;
            if (one.kind === 'approve') approvals.push({ who: one.who, at });
            else ended = true;
          }
        }
        if (verdict.state === 'open' || !isPassable(override, verdict, at)) continue;
        const approval = approvals.at(-1);
        expect(approvals).toHaveLength(1);
        expect(ended).toBe(false);
        expect(approval?.who).toBe('omar');
        expect(at < plus(approval?.at ?? '', 4 * hour)).toBe(true);
        expect(behind).toEqual([['1', 'S1']]);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('an end is on record once', () => {
  const over = settleOverride(approved(), held, plus(now, 4 * hour));
  expect(over?.state).toBe('expired');
  expect(over === null ? null : settleOverride(over, held, plus(now, 9 * hour))).toBeNull();
});
