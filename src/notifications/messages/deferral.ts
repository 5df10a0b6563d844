import type { ForPeople, Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';
import type { DefectFacts } from './severe-defect';

/** Somebody wants to leave a defect for later, or has, and what becomes of that. */
export const deferralEvents = {
  'deferral-requested': 'deferrals were asked for',
  'deferral-approved': 'deferrals were approved',
  'deferral-refused': 'deferrals were refused',
  'deferral-expiring': 'deferrals expire soon',
  'deferral-expired': 'deferrals expired',
} as const;

/** Pseudonyms of who approves it and of who asked for it. */
type DeferralPeople = Required<Pick<ForPeople, 'approvers' | 'requesters'>>;

export interface DeferralTold extends DeferralPeople {
  readonly event: keyof typeof deferralEvents;
  readonly defect: DefectFacts;
  /** Name of the release to which the defect is deferred. */
  readonly target: string;
  /** Last day, as people write it. */
  readonly day: string;
  /** Who decides, as the end of a sentence. */
  readonly approver: string;
}

/** A deferral waits for somebody, was decided, is about to run out, or has. What people wrote stays in the panel: it may name issues. */
export function deferralTold(
  { id, at, projectId }: Happening,
  { event, defect, target, day, approver, approvers, requesters }: DeferralTold,
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof deferralEvents> {
  const goal = plain(target, 100);
  const name = defect.securityLevel === null ? `The defect ${defect.key}` : 'A defect that not everybody may see';
  const sentences = {
    'deferral-requested': `is to be deferred to ${goal} until ${day}. It waits for ${approver}.`,
    'deferral-approved': `is deferred to ${goal} until ${day}.`,
    'deferral-refused': `is not deferred to ${goal}: the deferral was refused, and the defect counts as before.`,
    'deferral-expiring': `is deferred to ${goal} only until ${day}. Fix it, extend the deferral, or let it count again.`,
    'deferral-expired': `counts again: its deferral to ${goal} has ended.`,
  } as const;
  return {
    ...{ id, at, projectId, event, severity: defect.severity ?? 'S1', issueId: defect.id, releases },
    ...{ sentence: plain(`${name} ${sentences[event]}`), approvers, requesters },
  };
}
