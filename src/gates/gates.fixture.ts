import type { OpenDefect, Release } from './evidence';
import type { GatePolicy, Stage } from './policy';

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

/** A policy without any row, to which a test adds what it is about. */
export function aPolicy(parts: Partial<GatePolicy> = {}): GatePolicy {
  return {
    openDefects: [],
    slaBreached: [],
    slaTargetDays: { S1: 2, S2: 7, S3: 30, S4: null },
    tiers: ['enterprise', 'standard', 'trial'],
    ...parts,
  };
}
