import type { StoredProject } from '../../defects/shell';
import { dueAt } from '../../governance';
import { scoreStates } from '../../scoring/shell';
import type { Settings } from '../../settings';
import { inQueueOrder, roundNow } from '../../triage';
import { activeDeferrals, disagreedOn, openDefectsToTriage, roundHeads } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import type { Viewer } from '../viewer';

/** What waits for a decision. */
export interface Waiting {
  readonly defectId: string;
  readonly securityLevel: string | null;
}

/** Every defect of a project that waits for a decision and that the viewer may see, in the order of the queue. */
export async function waitingIn(project: StoredProject, settings: Settings, access: Access, { now }: Viewer): Promise<Waiting[]> {
  const [candidates, heads, scores, deferrals] = await Promise.all([
    openDefectsToTriage(project.id),
    roundHeads(project.id),
    scoreStates(project.id, null),
    activeDeferrals(project.id, now),
  ]);
  const deferred = new Set(deferrals.map(({ issueId }) => issueId));
  const waiting = candidates.filter(
    ({ id, createdAt, securityLevel }) =>
      maySee(access, securityLevel) && !deferred.has(id) && !roundNow(createdAt, heads.get(id)).decided,
  );
  const disagreed = await disagreedOn(waiting.map(({ id }) => id));
  return inQueueOrder(
    waiting.map(({ id, severity, createdAt, securityLevel }) => ({
      ...{ defectId: id, createdAt, securityLevel, disagreement: disagreed.has(id) },
      score: scores.get(id)?.score ?? null,
      slaDueAt: dueAt(createdAt, severity, settings.slaTargetDays),
    })),
  );
}
