import { endOfDay } from '../../triage';
import type { Deferral, OrderedRelease } from '../../triage';

export const now = '2026-11-02T09:00:00.000Z';

const plain = { released: false, archived: false };
export const releases: readonly OrderedRelease[] = [
  { id: '10', name: '4.2.0', releaseDate: '2026-11-12', ...plain },
  { id: '11', name: '4.3.0', releaseDate: '2026-12-20', ...plain },
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
    ...{ rationale: 'Support corrects it by hand.', control: 'Support sends the invoice by hand.' },
    ...{ target: { id: '11', name: '4.3.0' }, from: [{ id: '10', name: '4.2.0' }], severity: 'S2', requester: 'asker', k: 1 },
    ...{ expiresAt, comment: false, events: [{ act: 'requested', at: now, who: 'asker', because: null, expiresAt }] },
    ...parts,
  };
}

/** The same once `boss` has approved it. */
export function anApproved(parts: Partial<Deferral> = {}): Deferral {
  const asked = aDeferral(parts);
  const event = { act: 'approved', at: now, who: 'boss', because: null, expiresAt: asked.expiresAt } as const;
  return { ...asked, state: 'approved', events: [...asked.events, event] };
}
