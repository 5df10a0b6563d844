import { decideGate, fingerprint } from '../../src/gates';
import type { Evidence, GatePolicy, GateRow, Stage } from '../../src/gates';
import { day, plus } from '../../src/kernel/instant';
import { severities } from '../../src/kernel/severity';
import { computing, printFigure, rounded, shareOf } from './figure';

/** Milliseconds for 50 releases with 10,000 open defects together, by every rule; and for one release after one change. */
const limits = { all: 300, one: 5 };
const releases = 50;
const sizes = [
  { n: 1_000, rounds: 9 },
  { n: 10_000, rounds: 9 },
  { n: 100_000, rounds: 3 },
] as const;
export const now = '2026-11-02T09:05:00.000Z';
const tiers = ['enterprise', 'standard', 'trial'];
const stages: readonly Stage[] = ['test', 'staging', 'canary', 'production'].map((key) => ({ key, name: key }));
export const gated = stages.filter(({ key }) => key !== 'test');

/** A row of every rule, and of severities and tiers as many as an admin would write. */
export function rowsOf(stage: string): GateRow[] {
  const row = { stage, breach: 'holds' } as const;
  const counted = { ...row, most: 2, releaseAt: null };
  return [
    ...severities.flatMap((severity) =>
      ['any', ...tiers].map((tier): GateRow => ({ ...counted, rule: 'open-defects', severity, tier })),
    ),
    { ...counted, rule: 'missing-severity' },
    { ...counted, rule: 'sla-breached', severity: 'any' },
    { ...counted, rule: 'score-ceiling', ceiling: 80 },
    { ...counted, rule: 'aging', severity: 'any', percentile: 85 },
    { ...row, rule: 'escape-rate', atMost: 10, windowDays: 90 },
    { ...row, rule: 'deferrals-valid', daysLeft: 3 },
    { ...counted, rule: 'freeze-violations', admits: ['S1', 'S2'] },
    { ...row, rule: 'no-worse-than-last', severity: 'any', byHowMany: 5 },
    { ...row, rule: 'blockers-nominated', undecided: 'holds' },
    { ...counted, rule: 'unverified-fixes' },
    { ...row, rule: 'change-since' },
    { ...row, rule: 'promotion-order' },
    { ...row, rule: 'train-members' },
    { ...row, rule: 'soak-time', hours: 24 },
    { ...row, rule: 'rollback-readiness', items: ['target', 'returning', 'migrations'], mostReturning: 3, targetDays: 90 },
    ...['Support team briefed', 'On-call staffed'].map((name): GateRow => ({
      ...row,
      rule: 'manual-check',
      name,
      role: 'Support',
      evidence: 'link',
      hours: 48,
    })),
  ];
}

export const policy: GatePolicy = {
  rows: gated.flatMap(({ key }) => rowsOf(key)),
  ...{ slaTargetDays: { S1: 2, S2: 7, S3: 30, S4: 90 }, tiers, stages, freshHours: { builds: 24 * 30 } },
};

const known = <Facts>(facts: Facts) => ({ kind: 'known', facts }) as const;

/** What is known of a release with so many open defects, and half as many done ones. */
export function evidenceOf(count: number): Evidence {
  const ids = Array.from({ length: count }, (_, at) => String(20_000 + at));
  const defects = ids.map((id, at) => {
    const createdAt = plus(now, -((at * 37) % 200) * day);
    const deferredUntil = at % 11 === 0 ? plus(now, ((at % 30) + 1) * day) : null;
    const [severity, tier] = [severities[at % 5] ?? null, tiers[at % 4] ?? null];
    return { id, key: `SHOP-${id}`, severity, tier, createdAt, clockFrom: createdAt, deferredUntil };
  });
  const took = { restsOn: 400, p50: 4 * day, p85: 20 * day, p95: 60 * day };
  const build = { service: 'shop', build: '1.4.2+7', at: plus(now, -2 * day) };
  const standing = { service: 'shop', version: '4.2.0', build: build.build, commit: null, at: plus(now, -day), isRelease: true };
  return {
    defects: known(defects),
    holds: known([]),
    scores: known(new Map(ids.map((id, at) => [id, (at * 13) % 101]))),
    aging: known({ S1: took, S2: took, S3: took, S4: took }),
    escapes: known(null),
    deferrals: known(
      new Map(
        defects.flatMap(({ id, deferredUntil }) =>
          deferredUntil === null
            ? []
            : [[id, { state: 'approved', expiresAt: deferredUntil, approver: { isKnown: true, isAssignee: false } }] as const],
        ),
      ),
    ),
    freeze: known({
      day: '2026-10-20',
      entered: ids.filter((_, at) => at % 9 === 0).map((id) => ({ id, severity: 'S3' as const, at: now })),
    }),
    lastRelease: known({ versionName: '4.1.0', daysBefore: 3, hasDay: true, open: { S1: 1, S2: 4, S3: 30, S4: 60 } }),
    nominations: known(ids.filter((_, at) => at % 40 === 0).map((defectId) => ({ defectId, state: 'granted' as const }))),
    fixes: known(
      ids
        .filter((_, at) => at % 2 === 0)
        .map((id, at) => ({
          id: `9${id}`,
          severity: severities[at % 4] ?? null,
          verifiedIn: at % 3 === 0 ? [] : ['test', 'staging'],
          liveIn: ['test'],
        })),
    ),
    builds: known([{ ...build, branch: 'main', changes: 3, migrations: 'reversible' as const }]),
    runs: known(
      Array.from({ length: 40 }, (_, at) => ({
        ...{ stage: stages[at % 3]?.key ?? '', service: 'shop', suite: `suite-${at % 5}`, build: build.build },
        ...{ at: plus(now, -at * 3_600_000), green: at % 7 !== 0 },
      })),
    ),
    commits: known(
      ids.filter((_, at) => at % 4 === 0).map((id, at) => ({ branch: 'main', at: plus(now, -(at % 90) * day), defectIds: [id] })),
    ),
    deployments: known(gated.map(({ key }) => ({ ...standing, stage: key, live: true }))),
    trains: known({ names: ['Autumn'], others: [{ name: null, stages: {} }] }),
    passage: known({ tickets: 1, guarded: ['staging'], passed: ['staging'] }),
    checks: known({
      checks: gated.map(({ key }) => ({
        ...{ stage: key, name: 'Support team briefed' },
        said: { act: 'confirmed', at: plus(now, -day), role: 'Support', form: 'link', builds: [build.build] },
      })),
      builds: [build.build],
    }),
    troubles: known([{ at: plus(now, -3 * day), stage: 'staging' }]),
  };
}

/** Judges a release for every stage that has a gate, and says whether anything is new, as is done after a change. */
function judge(evidence: Evidence, version: number): number {
  const release = {
    versionId: String(10_000 + version),
    versionName: `4.${version}.0`,
    projectKey: 'SHOP',
    defectTypes: ['Bug'],
  };
  return gated.reduce(
    (length, stage) => length + fingerprint(decideGate({ policy, stage, release, evidence, before: new Set(), now })).length,
    0,
  );
}

/** Every release of a project by every rule, and the one release that a changed defect is planned for. */
export function benchGates(): Promise<void> {
  for (const { n, rounds } of sizes) {
    const evidence = Array.from({ length: releases }, () => evidenceOf(n / releases));
    const times = { all: [] as number[], one: [] as number[] };
    for (let round = -1; round < rounds; round += 1) {
      const all = computing(() => evidence.forEach(judge));
      const [first] = evidence;
      // A single release takes less than the clock of a process can tell: the mean of many.
      const one = first === undefined ? 0 : computing(() => Array.from({ length: 50 }, () => judge(first, 0))) / 50;
      if (round < 0) continue;
      times.all.push(all);
      times.one.push(one);
    }
    for (const part of ['all', 'one'] as const) {
      const sorted = times[part].sort((a, b) => a - b);
      const [p50, p95] = [rounded(shareOf(sorted, 0.5)), rounded(shareOf(sorted, 0.95))];
      const reference = limits[part] * Math.max(1, n / 10_000);
      const name = part === 'all' ? 'gates-all' : 'gates-one-change';
      printFigure(
        { name, n, p50, p95, unit: 'ms', reference, ratio: rounded(p95 / reference) },
        { releases, rows: policy.rows.length },
      );
    }
  }
  return Promise.resolve();
}
