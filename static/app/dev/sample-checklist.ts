import type { ConditionView } from '../../../src/contracts/readiness';

/** Conditions of a checklist: the way back, fixes that are not verified, and what people confirm. */
export function sampleChecklist(defects: number): ConditionView[] {
  if (defects === 0) return [];
  const done = {
    defects: [
      { id: '901', key: 'SHOP-201', summary: 'Refund of a partial order fails for two currencies', severity: 'S2' as const },
      { id: '902', key: 'SHOP-188', summary: 'Basket forgets its gift note after signing in', severity: 'S3' as const },
    ],
    more: 0,
  };
  const item = (id: string, title: string, reason: string, parts: Partial<ConditionView> = {}): ConditionView => ({
    ...{ id, rule: id.split(':')[0] ?? id, breach: 'holds', title, reason, definition: `${title}.`, unit: 'items', jql: null },
    ...{ value: 0, limit: 0, atLeast: false, state: 'met', defectIds: [], hidden: 0 },
    ...parts,
  });
  const breached = { state: 'breached', value: 2 } as const;
  const check = { unit: 'confirmations', atLeast: true, limit: 1, value: 1 } as const;
  return [
    item(
      'rollback-readiness:target',
      'Services of Production that have nothing to go back to',
      'what would be put back in production is known and was deployed in the last 90 days',
    ),
    item(
      'rollback-readiness:returning',
      'Defects that would come back to Production',
      '2 defects would come back (1 S2, 1 S3), none allowed',
      {
        ...{ ...breached, done },
      },
    ),
    item(
      'rollback-readiness:migrations',
      'Builds whose migrations cannot be taken back',
      'build 412 does not say whether its migrations can be taken back: the pipeline says so with "holdpoint build --migrations"',
      { state: 'unknown', value: null },
    ),
    item('unverified-fixes', 'Fixes that are not verified in Staging', '2 fixes are not verified in staging, none allowed', {
      ...{ ...breached, done },
    }),
    item(
      'manual-check:support team briefed',
      'Support team briefed',
      '“Support team briefed” is confirmed by the role Support for build 411',
      check,
    ),
  ];
}
