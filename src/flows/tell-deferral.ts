import { defectsById, fixVersionsByDefect, versionById } from '../defects/shell';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';
import { deferralTold } from '../notifications';
import type { ReleaseFacts, Told } from '../notifications';
import type { Settings } from '../settings';
import { levelFor, levelWords, revisionOf } from '../triage';
import type { Deferral } from '../triage';
import { notify, releaseFacts } from './notify';

type DeferralNews = Parameters<typeof deferralTold>[1]['event'];

/** Tells of deferrals, each once for each of its revisions. */
export async function tellDeferrals(
  event: DeferralNews,
  deferrals: readonly Deferral[],
  settings: Settings,
  now: Instant,
): Promise<void> {
  if (deferrals.length === 0) return;
  const ids = deferrals.map(({ issueId }) => issueId);
  const defects = new Map((await defectsById(ids)).map((defect) => [defect.id, defect]));
  const planned = await fixVersionsByDefect(ids);
  const releases = new Map<string, ReleaseFacts>();
  for (const id of new Set([...planned.values()].flat())) {
    const version = await versionById(id);
    if (version !== null) releases.set(id, await releaseFacts(version, settings));
  }
  const told = deferrals.map((deferral): Told => {
    const { id, projectId, issueId, target, k, expiresAt } = deferral;
    const happening = { id: `${event}:${id}:${revisionOf(deferral)}`, at: now, projectId };
    const facts = {
      ...{ event, issueId, severity: defects.get(issueId)?.severity ?? null, target: target.name, day: dayWords(expiresAt) },
      approver: levelWords(levelFor(settings.deferrals, k)),
    };
    return deferralTold(
      happening,
      facts,
      (planned.get(issueId) ?? []).flatMap((version) => releases.get(version) ?? []),
    );
  });
  await notify(told, now);
}
