import type { SessionItem, Vote } from '../../triage';
import type { DecidedRound, StoredSession } from '../../triage/shell';

/**
 * A closed session as it was when it ended: what was decided of its defects before or since does not belong to it.
 * @param past every decision about its defects
 */
export function asItEnded(
  { openedAt, closedAt }: Pick<StoredSession, 'openedAt' | 'closedAt'>,
  items: readonly SessionItem[],
  votes: readonly Pick<Vote, 'defectId'>[],
  past: readonly DecidedRound[],
): { readonly items: SessionItem[]; readonly rounds: Map<string, DecidedRound> } {
  const during = past.filter(({ decision: { at } }) => at >= openedAt && (closedAt === null || at <= closedAt));
  const rounds = new Map<string, DecidedRound>();
  for (const round of during) {
    const known = rounds.get(round.defectId);
    if (known === undefined || known.startedAt < round.startedAt) rounds.set(round.defectId, round);
  }
  const before = (item: SessionItem): SessionItem => ({
    ...item,
    state: votes.some(({ defectId }) => defectId === item.defectId) ? 'revealed' : 'waiting',
  });
  return { items: items.map((item) => (item.state === 'decided' && !rounds.has(item.defectId) ? before(item) : item)), rounds };
}
