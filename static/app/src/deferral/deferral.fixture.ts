import type { DeferralRow } from '../../../../src/contracts/deferrals';

/** A deferral that waits, with what a test says of it. */
export function aRow(change: Partial<DeferralRow> = {}): DeferralRow {
  return {
    ...{ id: '7-1', state: 'requested', k: 1, reason: { key: 'workaround', name: 'A workaround is there' } },
    defect: { id: '7', key: 'SHOP-7', summary: 'Totals are wrong', severity: 'S2', status: 'To do', open: true },
    ...{
      rationale: 'Support corrects them.',
      control: null,
      target: { id: '2', name: '4.3.0' },
      from: [{ id: '1', name: '4.2.0' }],
    },
    requestedBy: { accountId: 'dean', pseudonym: 'p-1' },
    ...{ requestedAt: '2026-11-02T09:00:00.000Z', approver: null, decidedAt: null, expiresAt: '2026-11-20T23:59:59.000Z' },
    ...{ daysLeft: null, waitsFor: null, waitsForViewer: false, score: null, latestDay: null, events: [] },
    may: { approve: false, refuse: false, extend: false, withdraw: false, reinstate: false },
    ...change,
  };
}
