import fc from 'fast-check';
import { z } from 'zod';
import { gateRowSchema } from '../contracts/gate-settings';
import type { StoredDefect } from '../defects/shell';
import { decideGate, fingerprint, neededFor } from '../gates';
import type { Evidence, GatePolicy, GateRow, Judgement } from '../gates';
import type { LedgerEntry } from '../governance';
import { sha256 } from '../kernel/hash';
import { day, plus } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { severities } from '../kernel/severity';
import { defaultSettings } from '../settings';
import { noDeferrals } from './deferral-facts';
import { judgeVersion } from './judge-version';
import { keptFactsSchema } from './kept-evidence';
import { keptInputs } from './kept-inputs';
import { judgedAgain, keptVerdict } from './kept-judgement';

const now = '2026-11-02T09:05:00.000Z';
const stages = ['test', 'staging', 'production'].map((key) => ({ key, name: key }));
const stage = { key: 'production', name: 'Production' };
const row = { stage: stage.key, breach: 'holds' } as const;
const counted = { ...row, most: 1, releaseAt: 0 };
const rows: readonly GateRow[] = [
  ...severities.map((severity): GateRow => ({ ...counted, rule: 'open-defects', severity, tier: 'any' })),
  { ...counted, rule: 'missing-severity' },
  { ...counted, rule: 'sla-breached', severity: 'any' },
  { ...counted, rule: 'score-ceiling', ceiling: 60 },
  { ...counted, rule: 'aging', severity: 'any', percentile: 85 },
  { ...row, rule: 'escape-rate', atMost: 10, windowDays: 90 },
  { ...row, rule: 'deferrals-valid', daysLeft: 3 },
  { ...counted, rule: 'freeze-violations', admits: ['S1'] },
  { ...row, rule: 'no-worse-than-last', severity: 'any', byHowMany: 1 },
  { ...row, rule: 'blockers-nominated', undecided: 'holds' },
  { ...counted, rule: 'unverified-fixes' },
  { ...row, rule: 'change-since' },
  { ...row, rule: 'soak-time', hours: 24 },
  { ...row, rule: 'rollback-readiness', items: ['target', 'returning', 'migrations'], mostReturning: 3, targetDays: 90 },
  { ...row, rule: 'train-members' },
];
const policy: GatePolicy = {
  ...{ rows, slaTargetDays: { S1: 2, S2: 7, S3: 30, S4: null }, tiers: ['enterprise'], stages, freshHours: { builds: 48 } },
};

/** A release as it may be: defects of every kind, deferred and scored or not, and other evidence that is known or not. */
const defects = fc.array(
  fc.record({
    age: fc.integer({ min: 0, max: 90 }),
    severity: fc.constantFrom(...severities, null),
    tier: fc.constantFrom('enterprise', null),
    deferred: fc.option(fc.integer({ min: -2, max: 20 })),
    moved: fc.boolean(),
    score: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
  { maxLength: 12 },
);
const known = <Facts>(facts: Facts) => ({ kind: 'known', facts }) as const;
const took = { restsOn: 40, p50: day, p85: 20 * day, p95: 60 * day };

interface Made {
  readonly made: readonly {
    age: number;
    severity: (typeof severities)[number] | null;
    tier: string | null;
    deferred: number | null;
    moved: boolean;
    score: number | null;
  }[];
  readonly seen: boolean;
  readonly held: boolean;
  readonly before: boolean;
}

function judgementOf({ made, seen, held, before }: Made): Judgement {
  const open = made.map(({ age, severity, tier, deferred, moved }, at) => {
    const createdAt = plus(now, -age * day);
    const deferredUntil = deferred === null ? null : plus(now, deferred * day);
    const id = String(100 + at);
    return {
      id,
      key: `SHOP-${id}`,
      severity,
      tier,
      createdAt,
      clockFrom: moved ? plus(createdAt, day) : createdAt,
      deferredUntil,
    };
  });
  const build = { service: 'shop', build: '7', at: plus(now, -day), branch: 'main', changes: 2, migrations: null };
  const standing = {
    service: 'shop',
    version: '4.2.0',
    build: '7',
    commit: null,
    at: plus(now, -day),
    isRelease: true,
    live: true,
  };
  const approver = { isKnown: true, isAssignee: false };
  const evidence: Evidence = {
    defects: known(open),
    holds: known(
      held
        ? [
            {
              ...{
                id: '10-1',
                projectId: '1',
                version: { id: '10', name: '4.2.0' },
                stages: null,
                cause: 'manual',
                state: 'standing',
              },
              ...{
                owner: 'p1',
                lifters: 2,
                line: null,
                events: [{ act: 'placed', at: now, who: 'p1', because: 'Dark corners.' }],
              },
            },
          ]
        : [],
    ),
    scores: known(new Map(made.flatMap(({ score }, at) => (score === null ? [] : [[String(100 + at), score] as const])))),
    aging: known({ S1: took, S2: took, S3: { ...took, p85: null }, S4: took }),
    escapes: seen ? known(null) : { kind: 'missing', because: 'nobody knows' },
    deferrals: known(
      new Map(
        [...open.map(({ id }) => id), 'other'].map((id) => [id, { state: 'approved', expiresAt: plus(now, 9 * day), approver }]),
      ),
    ),
    freeze: known({ day: '2026-10-20', entered: [{ id: '9', severity: 'S2', at: now }] }),
    lastRelease: known({ versionName: '4.1.0', daysBefore: 3, hasDay: true, open: { S1: 0, S2: 1, S3: 3, S4: 6 } }),
    nominations: known(seen ? [{ defectId: '100', state: 'asked' }] : []),
    fixes: known([{ id: '90', severity: 'S2', verifiedIn: seen ? ['staging'] : [], liveIn: ['staging'] }]),
    builds: seen ? { ...known([build]), at: plus(now, -day) } : { ...known([]), at: null },
    runs: known([{ stage: 'staging', service: 'shop', suite: 'a', build: '7', at: plus(now, -day), green: seen }]),
    commits: known([{ branch: 'main', at: plus(now, -day), defectIds: ['90', '100'] }]),
    deployments: known([{ ...standing, stage: 'staging' }]),
    trains: known({
      names: ['Autumn'],
      others: [
        { name: '4.3.0', stages: { production: { state: 'open', because: null, until: plus(now, day) } } },
        { name: null, stages: seen ? { production: { state: 'held', because: null, until: plus(now, day) } } : {} },
      ],
    }),
    troubles: known(seen ? [] : [{ at: now, stage: 'staging' }]),
  };
  return {
    ...{ policy, stage, evidence, now, builds: seen ? ['7'] : [] },
    release: { versionId: '10', versionName: '4.2.0', projectKey: 'SHOP', defectTypes: ['Bug'] },
    before: new Set(before ? ['open-defects:S2:any', 'freeze-violations'] : []),
  };
}

/** What the ledger has of a judgement: nothing but text. */
function entered(judgement: Judgement): LedgerEntry {
  const verdict = decideGate(judgement);
  const { evidence, policy: by } = judgement;
  const open = evidence.defects.kind === 'known' ? evidence.defects.facts : [];
  const { slaTargetDays, tiers, freshHours } = by;
  const body = {
    ...{ schema: 1, version: { id: '10', name: '4.2.0' }, stage: { ...stage }, mode: 'enforce' },
    ...{ state: verdict.state, sentence: verdict.sentence, fingerprint: sha256(fingerprint(verdict)) },
    inputs: {
      policy: {
        rows: by.rows.map((one) => ({ ...one })),
        slaTargetDays: { ...slaTargetDays },
        tiers,
        freshHours: { ...freshHours },
      },
    },
  };
  const kept = {
    issues: open.map(({ id, key, severity, tier, createdAt }) => ({ id, key, severity, tier, createdAt, level: null })),
    judged: keptInputs({ builds: [], ...judgement }),
  };
  return {
    ...{ chain: '1', seq: 7, at: now, kind: 'verdict-changed', subject: 'version:10/production', entryKey: 'k' },
    ...{ actor: { kind: 'app', rule: null }, app: '1.0.0', settings: 1, evidenceHash: 'e', previousHash: 'p', hash: 'h' },
    body: z.json().parse(JSON.parse(canonical(body))),
    evidence: z.json().parse(JSON.parse(canonical(kept))),
  };
}

test('a verdict is judged again from what the ledger has of it, and comes to the same', () => {
  fc.assert(
    fc.property(fc.record({ made: defects, seen: fc.boolean(), held: fc.boolean(), before: fc.boolean() }), (made) => {
      const judgement = judgementOf(made);
      const kept = keptVerdict(entered(judgement));
      expect(kept).not.toBeNull();
      if (kept === null) return;
      const { verdict, same } = judgedAgain(kept);
      expect(same).toBe(true);
      const { state, sentence, conditions } = decideGate(judgement);
      const plain = (of: typeof conditions) => of.map((one) => ({ ...one, definition: '' }));
      expect([verdict.state, verdict.sentence, plain(verdict.conditions)]).toEqual([state, sentence, plain(conditions)]);
    }),
  );
});

test('what people wrote of a hold is not kept with the decision', () => {
  const judgement = judgementOf({ made: [], seen: true, held: true, before: false });
  expect(JSON.stringify(entered(judgement).evidence)).not.toMatch(/Dark corners|p1/);
});

test('what a decision names beside its defects is said, so that nobody is handed what he may not see', () => {
  const judgement = judgementOf({
    made: [{ age: 1, severity: 'S1', tier: null, deferred: null, moved: false, score: 5 }],
    seen: true,
    held: false,
    before: false,
  });
  expect(keptInputs({ builds: [], ...judgement })['about']).toEqual(['90', '9']);
});

test('evidence of too much text is left out, and what rests on it is not known then', () => {
  const judgement = judgementOf({ made: [], seen: true, held: false, before: false });
  const runs = Array.from({ length: 5000 }, (_, at) => ({
    ...{ stage: 'staging', service: 'shop', suite: `${'long '.repeat(20)}${at}`, build: '7', at: now, green: true },
  }));
  const kept = keptVerdict(entered({ ...judgement, evidence: { ...judgement.evidence, runs: known(runs) } }));
  if (kept === null) throw new Error('nothing kept');
  expect(kept.judgement.evidence.runs).toMatchObject({
    kind: 'missing',
    because: expect.stringContaining('too much') as unknown,
  });
});

test('an entry of before inputs were kept, or of another kind, is not judged again', () => {
  const entry = entered(judgementOf({ made: [], seen: true, held: false, before: false }));
  expect(keptVerdict({ ...entry, evidence: { issues: [], breached: {}, came: [], went: [] } })).toBeNull();
  expect(keptVerdict({ ...entry, evidence: undefined })).toBeNull();
  expect(keptVerdict({ ...entry, kind: 'hold-placed' })).toBeNull();
});

test('every kind of evidence that a rule needs is kept', () => {
  const names = gateRowSchema.options.map(({ shape }) => ({ rule: shape.rule.value }));
  const needed = [...neededFor(names)].filter((kind) => kind !== 'defects');
  expect(needed.filter((kind) => !(kind in keptFactsSchema.shape))).toEqual([]);
});

test('a project that is still read keeps why nothing was known', () => {
  const blocker: StoredDefect = {
    ...{ id: '7', projectId: '1', key: 'SHOP-7', summary: 's', status: 'Open', category: 'new', open: true },
    ...{ severity: null, tier: null, securityLevel: null, createdAt: now },
  };
  const [judged] = judgeVersion({
    project: { id: '1', key: 'SHOP', state: 'reading', readUpTo: now },
    version: { id: '10', name: '4.2.0' },
    facts: { openDefects: [blocker], deferrals: noDeferrals, builds: [], known: { holds: known([]) } },
    settings: { kind: 'ok', settings: defaultSettings, revision: 3 },
    before: [],
    now,
  });
  expect(judged?.kept()).toMatchObject({ missing: 'SHOP is still being read' });
});
