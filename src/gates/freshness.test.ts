import { hour, plus } from '../kernel/instant';
import { aPolicy, now, production, release } from './gates.fixture';
import type { GateRow, ToldKind } from './policy';
import { withoutStale } from './freshness';
import { decideGate, fingerprint } from './verdict';

const rows: GateRow[] = [
  { rule: 'rollback-readiness', stage: 'production', breach: 'holds', items: ['migrations'], mostReturning: 0, targetDays: 90 },
];
const builds = (hoursAgo: number | null) => ({
  kind: 'known' as const,
  facts: [{ service: 'shop', build: '12', at: now, branch: null, changes: 0, migrations: 'none' as const }],
  at: hoursAgo === null ? null : plus(now, -hoursAgo * hour),
});
const judge = (hoursAgo: number | null, freshHours: Partial<Record<ToldKind, number>>, at = now) =>
  decideGate({
    policy: aPolicy({ rows, freshHours }),
    evidence: { defects: { kind: 'known', facts: [] }, builds: builds(hoursAgo) },
    ...{ stage: production, release, before: new Set(), now: at },
  });

test.each<[string, number | null, Partial<Record<ToldKind, number>>, string, string]>([
  ['no limit', 1000, {}, 'open', 'all'],
  ['within the limit', 23, { builds: 24 }, 'open', 'the one condition is met'],
  ['a limit of another kind', 1000, { runs: 1 }, 'open', 'the one condition is met'],
  ['at the very limit', 24, { builds: 24 }, 'unknown', 'builds were last told 24 hours ago, more than the 24 hours allowed'],
  ['days over it', 75, { builds: 24 }, 'unknown', 'builds were last told 3 days ago, more than the 24 hours allowed'],
  ['an hour', 1, { builds: 1 }, 'unknown', 'builds were last told 1 hour ago, more than the 1 hour allowed'],
  ['never told', null, { builds: 24 }, 'unknown', 'a build was never told, and the newest may be no older than 24 hours'],
])('%s', (_, hoursAgo, freshHours, state, words) => {
  const verdict = judge(hoursAgo, freshHours);
  expect(verdict.state).toBe(state);
  if (words !== 'all') expect(verdict.sentence).toContain(words);
});

test('an open verdict may be relied on until its evidence is too old, and is another one from then on', () => {
  const verdict = judge(20, { builds: 24 });
  const over = plus(now, 4 * hour);
  expect(verdict).toMatchObject({ state: 'open', restsUntil: over });
  expect(judge(20, { builds: 24 }, plus(now, 4 * hour - 1)).state).toBe('open');
  const after = judge(24, { builds: 24 });
  expect(after).toMatchObject({ state: 'unknown', restsUntil: null });
  expect(fingerprint(after)).not.toBe(fingerprint(verdict));
});

test('what cannot grow old stays, and so does what is missing for another reason', () => {
  const missing = { kind: 'missing', because: 'nobody knows' } as const;
  const evidence = { defects: missing, runs: missing, builds: { kind: 'known', facts: [] } } as const;
  expect(withoutStale(evidence, { builds: 1, runs: 1 }, now)).toEqual(evidence);
});
