import type { StoredDefect, StoredProject, StoredVersion } from '../defects/shell';
import { decideGate } from '../gates';
import type { StoredVerdict } from '../gates/shell';
import { defaultSettings, gatePolicyOf } from '../settings';
import type { StoredSettings } from '../settings/shell';

export const now = '2026-11-02T09:00:00.000Z';
export const settings: StoredSettings = {
  kind: 'ok',
  settings: { ...defaultSettings, projects: { '1': { production: 'enforce' } } },
  revision: 1,
};

export const project: StoredProject = {
  ...{ id: '1', key: 'SHOP', name: 'Shop', state: 'ready', done: 3, total: 3, sinceAt: now, beatAt: now, message: null },
  ...{ readUpTo: now, changes: 4, versionsStale: false, paused: false, searched: true, points: 0 },
  ...{ waitUntil: null, eventAt: null, reconciledAt: null, countedAt: null },
};

export const version: StoredVersion = {
  ...{
    id: '10',
    projectId: '1',
    name: '4.2.0',
    startDate: '2026-10-01',
    releaseDate: '2026-11-12',
    released: false,
    archived: false,
  },
};

export function aStoredDefect(parts: Partial<StoredDefect> = {}): StoredDefect {
  return {
    ...{ id: '7', projectId: '1', key: 'SHOP-7', summary: 'Checkout fails', status: 'Open', category: 'new', open: true },
    ...{ severity: 'S2', tier: 'standard', securityLevel: null, createdAt: '2026-10-20T09:00:00.000Z' },
    ...parts,
  };
}

/** What the default gate of production says of these defects, stored a minute ago. */
export function aVerdict(defects: readonly StoredDefect[], parts: Partial<StoredVerdict> = {}): StoredVerdict {
  const release = { versionId: '10', versionName: '4.2.0', projectKey: 'SHOP', defectTypes: ['Bug'] };
  const stage = { key: 'production', name: 'Production' };
  const open = defects.map((defect) => ({ ...defect, clockFrom: defect.createdAt, deferredUntil: null }));
  return {
    ...{ versionId: '10', projectId: '1', n: 1, mode: 'enforce', fingerprint: 'f', changesSeen: 4, settingsSeen: 1 },
    verdict: decideGate({
      policy: gatePolicyOf(defaultSettings, '10000'),
      evidence: { defects: { kind: 'known', facts: open } },
      ...{ stage, release, before: new Set(), now },
    }),
    ...{
      at: '2026-11-02T08:59:00.000Z',
      until: '2026-11-02T09:14:00.000Z',
      freshUntil: '2026-11-02T09:14:00.000Z',
      ledger: { seq: 5, hash: 'abc' },
    },
    ...parts,
  };
}
