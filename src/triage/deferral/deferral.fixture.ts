import type { Deferral } from './deferral';
import { endOfDay } from './deferral';
import type { CommandFacts } from './machine';
import { defaultDeferralPolicy } from './policy';
import type { OrderedRelease } from './releases';
import type { DeferralWish, RequestFacts } from './request';

export const now = '2026-11-02T09:00:00.000Z';

function aRelease(id: string, name: string, releaseDate: string | null): OrderedRelease {
  return { id, name, releaseDate, released: false, archived: false };
}

export const releases: readonly OrderedRelease[] = [
  { ...aRelease('9', '4.1.0', '2026-10-01'), released: true },
  aRelease('10', '4.2.0', '2026-11-12'),
  aRelease('11', '4.3.0', '2026-12-20'),
  aRelease('12', '4.10.0', null),
  aRelease('13', '4.9.0', null),
];

/** A request made now by `asker` to defer a defect of 4.2.0 to 4.3.0. */
export function aDeferral(parts: Partial<Deferral> = {}): Deferral {
  const expiresAt = endOfDay('2026-11-20');
  return {
    ...{
      id: '7-1',
      projectId: '1',
      issueId: '7',
      state: 'requested',
      reason: { key: 'workaround', name: 'A workaround is there' },
    },
    ...{ rationale: aRationale, control: 'Support sends the invoice by hand.', target: { id: '11', name: '4.3.0' } },
    ...{ from: [{ id: '10', name: '4.2.0' }], severity: 'S2', requester: 'asker', k: 1, expiresAt, comment: false },
    events: [{ act: 'requested', at: now, who: 'asker', because: null, expiresAt }],
    ...parts,
  };
}

export const aRationale =
  'Only merchants with more than one currency meet the rounding error in exported invoices, about four a week, and support corrects them by hand within a day.';

export function commandFacts(parts: Partial<CommandFacts> = {}): CommandFacts {
  return {
    ...{ policy: defaultDeferralPolicy, now, who: 'boss', approves: true, level: { kind: 'permission' }, assignee: 'fixer' },
    ...{ defect: { open: true, severity: 'S2', planned: ['10'] }, releases, times: 0, other: false },
    ...parts,
  };
}

export function aWish(parts: Partial<DeferralWish> = {}): DeferralWish {
  return {
    ...{ reason: 'workaround', rationale: aRationale, targetVersionId: '11' },
    ...{ control: 'Support sends the invoice by hand.', expiresOn: '2026-11-20' },
    ...parts,
  };
}

export function requestFacts(parts: Partial<RequestFacts> = {}): RequestFacts {
  return {
    ...{ policy: defaultDeferralPolicy, now, releases, earlier: [], deferrals: [], mayEdit: true },
    defect: { open: true, severity: 'S2', summary: 'Exported invoices are off by a cent', planned: ['10'] },
    ...parts,
  };
}
