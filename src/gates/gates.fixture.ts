import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import type { Evidence, Facts, OpenDefect, Release } from './evidence';
import type { GatePolicy, GateRow, OpenDefectsRow, SlaBreachedRow, Stage } from './policy';
import { decideGate } from './verdict';
import type { Verdict } from './verdict';

let serial = 0;

/** An open defect; by default an S3 of a standard customer, a day old at `now`. */
export function aDefect(parts: Partial<OpenDefect> = {}): OpenDefect {
  serial += 1;
  return {
    id: String(serial),
    key: `SHOP-${serial}`,
    severity: 'S3',
    tier: 'standard',
    createdAt: '2026-11-01T09:00:00.000Z',
    clockFrom: parts.createdAt ?? '2026-11-01T09:00:00.000Z',
    deferredUntil: null,
    ...parts,
  };
}

export const now = '2026-11-02T09:00:00.000Z';
export const production: Stage = { key: 'production', name: 'Production' };
export const release: Release = { versionId: '10012', versionName: '4.2.0', projectKey: 'SHOP', defectTypes: ['Bug'] };

/** Into production at most so many open defects; holds unless `parts` say otherwise. */
export function openRow(severity: Severity, most: number, parts: Partial<OpenDefectsRow> = {}): OpenDefectsRow {
  return { rule: 'open-defects', stage: 'production', breach: 'holds', severity, tier: 'any', most, releaseAt: null, ...parts };
}

/** Into production at most so many late defects. */
export function lateRow(severity: Severity | 'any', most: number, parts: Partial<SlaBreachedRow> = {}): SlaBreachedRow {
  return { rule: 'sla-breached', stage: 'production', breach: 'holds', severity, most, releaseAt: null, ...parts };
}

/** A policy without any row, to which a test adds what it is about. */
export function aPolicy(parts: Partial<GatePolicy> = {}): GatePolicy {
  return {
    rows: [],
    slaTargetDays: { S1: 2, S2: 7, S3: 30, S4: null },
    tiers: ['enterprise', 'standard', 'trial'],
    stages: [{ key: 'test', name: 'Test' }, { key: 'staging', name: 'Staging' }, production],
    freshHours: {},
    ...parts,
  };
}

type Told = 'fixes' | 'builds' | 'runs' | 'commits' | 'deployments' | 'troubles';
const known = <Some>(facts: Some) => ({ kind: 'known', facts }) as const;

/** What one row comes to on certain facts, in production at `now`, with staging before it. */
export function conditionsOf(
  row: GateRow,
  { fixes, builds, runs, commits, deployments, troubles }: Partial<Pick<Facts, Told>>,
  parts: { readonly stage?: Stage; readonly before?: ReadonlySet<string>; readonly now?: Instant } = {},
): Verdict['conditions'] {
  const evidence: Evidence = {
    defects: known([]),
    ...(fixes === undefined ? {} : { fixes: known(fixes) }),
    ...(builds === undefined ? {} : { builds: known(builds) }),
    ...(runs === undefined ? {} : { runs: known(runs) }),
    ...(commits === undefined ? {} : { commits: known(commits) }),
    ...(deployments === undefined ? {} : { deployments: known(deployments) }),
    ...(troubles === undefined ? {} : { troubles: known(troubles) }),
  };
  const policy = aPolicy({ rows: [row] });
  return decideGate({ policy, stage: production, release, evidence, before: new Set(), now, ...parts }).conditions;
}
