import { defectsById } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import type { Settings } from '../settings';
import { roundNow } from '../triage';
import { activeDeferrals, isDecided, latestRounds, noteDecided, recordDecision } from '../triage/shell';
import { enterDecision } from './enter-triage';
import { unusualCycles } from './triage-facts';

/**
 * A deferral that was approved is a decision, also where nobody took it at the board: its clock stops, and starts anew when the deferral
 * ends. It leaves no comment, because the deferral leaves its own.
 * @param revision of the settings
 */
export async function adoptDeferrals(projectId: string, settings: Settings, revision: number, now: Instant): Promise<void> {
  const deferrals = await activeDeferrals(projectId, now);
  if (deferrals.length === 0) return;
  const ids = deferrals.map(({ issueId }) => issueId);
  const rounds = await latestRounds(ids);
  const unadopted = deferrals.filter(({ issueId }) => rounds.get(issueId)?.state !== 'stands');
  if (unadopted.length === 0) return;
  const defects = new Map((await defectsById(unadopted.map(({ issueId }) => issueId))).map((defect) => [defect.id, defect]));
  const cycles = await unusualCycles(projectId, settings);
  for (const { issueId, events, requester } of unadopted) {
    const defect = defects.get(issueId);
    if (defect === undefined || !defect.open) continue;
    const { startedAt, waited } = roundNow(defect.createdAt, rounds.get(issueId));
    const approved = events.findLast(({ act }) => act === 'approved' || act === 'reinstated')?.at ?? now;
    const at = approved > startedAt ? approved : now;
    await recordDecision(
      { defectId: issueId, projectId, startedAt, waited },
      {
        ...{ choice: { kind: 'defer', note: '' }, basis: { severity: defect.severity }, cycle: cycles.get(issueId) ?? 'normal' },
        ...{ at, by: requester, because: null, sessionId: null, comment: false },
      },
    );
    await noteDecided(issueId);
    const decided = (await latestRounds([issueId])).get(issueId);
    if (decided !== undefined && isDecided(decided)) await enterDecision(decided, defect, revision);
  }
}
