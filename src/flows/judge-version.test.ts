import type { StoredDefect } from '../defects/shell';
import type { StoredVerdict } from '../gates/shell';
import { defaultSettings } from '../settings';
import type { StoredSettings } from '../settings/shell';
import { noDeferrals } from './deferral-facts';
import { judgeVersion } from './judge-version';
import type { JudgeFacts } from './judge-version';

const now = '2026-11-02T09:00:00.000Z';
const good: StoredSettings = {
  kind: 'ok',
  settings: { ...defaultSettings, projects: { '1': { production: 'enforce' } } },
  revision: 3,
};
const damaged: StoredSettings = { kind: 'damaged', because: 'x', revision: null };
const blocker: StoredDefect = {
  ...{ id: '7', projectId: '1', key: 'SHOP-7', summary: 's', status: 'Open', category: 'new', open: true },
  ...{ severity: null, tier: null, securityLevel: null, createdAt: now },
};
const withDefects = (...openDefects: StoredDefect[]) => ({
  openDefects,
  deferrals: noDeferrals,
  builds: [],
  known: { holds: { kind: 'known', facts: [] } } as const,
});
const facts = (parts: Partial<JudgeFacts> = {}): JudgeFacts => ({
  project: { id: '1', key: 'SHOP', state: 'ready', readUpTo: now },
  version: { id: '10', name: '4.2.0' },
  facts: withDefects(),
  settings: good,
  before: [],
  now,
  ...parts,
});
const shown = (parts: Partial<JudgeFacts> = {}) =>
  judgeVersion(facts(parts)).map(({ verdict, mode }) => [verdict.stage.key, mode, verdict.state]);

test('every stage with a gate is judged, in the mode of the project', () => {
  expect(shown()).toEqual([
    ['staging', 'observe', 'open'],
    ['production', 'enforce', 'open'],
  ]);
});

test('a defect without a severity holds as an S1 does', () => {
  expect(shown({ facts: withDefects(blocker) }).map(([, , state]) => state)).toEqual(['held', 'held']);
});

test.each(['reading', 'failed'] as const)('nothing is open while the project is %s', (state) => {
  expect(shown({ project: { id: '1', key: 'SHOP', state, readUpTo: now } }).map(([, , is]) => is)).toEqual([
    'unknown',
    'unknown',
  ]);
});

test('damaged settings leave nothing open, and enforce where nothing was decided before', () => {
  expect(shown({ settings: damaged })).toEqual([
    ['staging', 'enforce', 'unknown'],
    ['production', 'enforce', 'unknown'],
  ]);
});

test('damaged settings keep the stages and modes that were decided last', () => {
  const [judged] = judgeVersion(facts());
  if (judged === undefined) throw new Error('nothing judged');
  const stored: StoredVerdict = {
    ...{ versionId: '10', projectId: '1', n: 1, mode: 'warn', verdict: judged.verdict, fingerprint: 'f', at: now, until: now },
    freshUntil: now,
    ...{ ledger: { seq: 1, hash: 'h' }, changesSeen: 1, settingsSeen: 1 },
  };
  expect(shown({ settings: damaged, before: [stored] })).toEqual([['staging', 'warn', 'unknown']]);
});

test('the fingerprint follows the facts, not the time', () => {
  const print = (parts: Partial<JudgeFacts>) => judgeVersion(facts(parts)).map(({ fingerprint }) => fingerprint);
  expect(print({ now: '2026-11-02T10:00:00.000Z' })).toEqual(print({}));
  expect(print({ facts: withDefects(blocker) })).not.toEqual(print({}));
});

test('the ledger is told the policy and the evidence', () => {
  const production = judgeVersion(facts({ facts: withDefects(blocker) }))[1];
  expect(production?.inputs).toMatchObject({
    evidence: { openDefects: 1 },
    policy: {
      rows: [
        ...[{ severity: 'S1' }, { severity: 'S2', tier: 'enterprise' }, { severity: 'S2', tier: 'any' }, { severity: 'S3' }],
        ...[
          { rule: 'sla-breached', severity: 'S1', most: 0 },
          { rule: 'sla-breached', severity: 'S2', most: 0 },
        ],
      ],
    },
  });
});
