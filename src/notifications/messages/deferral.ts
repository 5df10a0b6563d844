import type { Severity } from '../../kernel/severity';
import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

export const deferralEvents = {
  'deferral-requested': 'deferrals were asked for',
  'deferral-expiring': 'deferrals expire soon',
  'deferral-expired': 'deferrals expired',
} as const;

export interface DeferralTold {
  readonly event: keyof typeof deferralEvents;
  readonly issueId: string;
  readonly severity: Severity | null;
  /** Name of the release to which the defect is deferred. */
  readonly target: string;
  /** Last day, as people write it. */
  readonly day: string;
  /** Who decides, as the end of a sentence. */
  readonly approver: string;
}

/** A deferral waits for somebody, is about to run out, or has. */
export function deferralTold(
  { id, at, projectId }: Happening,
  { event, issueId, severity, target, day, approver }: DeferralTold,
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof deferralEvents> {
  const goal = plain(target, 100);
  const sentences = {
    'deferral-requested': `Deferral to ${goal} until ${day} was asked for. It waits for ${approver}.`,
    'deferral-expiring': `The deferral to ${goal} ends on ${day}. Fix the defect, extend the deferral, or let it count again.`,
    'deferral-expired': `The deferral to ${goal} ended on ${day}. The defect counts again.`,
  } as const;
  return { id, at, projectId, event, severity, issueId, releases, sentence: sentences[event] };
}
