import type { SourceView } from '../../../../../src/contracts/sources';

export const aSource = (parts: Partial<SourceView> = {}): SourceView => ({
  ...{ id: 'nightly', name: 'Nightly', kind: 'holdpoint', projectId: null },
  ...{ createdAt: '2026-11-01T08:00:00.000Z', rotatedAt: null, overlapUntil: null, revokedAt: null },
  ...{ lastDeliveryAt: null, waiting: 0, unusable: 0, webhookUrl: null },
  ...parts,
});
