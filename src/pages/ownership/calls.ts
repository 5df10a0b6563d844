import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { readKey } from '../../platform/key-value';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { roundNow } from '../../triage';
import { activeDeferrals, latestRounds, ownedDefects, ownershipConfig } from '../../triage/shell';
import { shown } from '../answer';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';
import { z } from 'zod';
import { ownershipView } from './view-model';

/** Who owns a defect now, and who is told next while nobody decides. */
export async function ownership(
  { issueId }: BridgeRequest<'ownership'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'ownership'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const { now } = viewer;
  const [owned] = defect.open ? await ownedDefects([issueId]) : [];
  if (owned === undefined) return shown({ now, owner: null, reached: null, next: null });
  const stored = await readSettings();
  const { ownership: settings } = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const [config, rounds, deferrals, countedSince] = await Promise.all([
    ownershipConfig(defect.projectId, settings, { defects: [owned], names: 'viewer', now }),
    latestRounds([issueId]),
    activeDeferrals(defect.projectId, now),
    since(defect.projectId),
  ]);
  const { startedAt, decided } = roundNow(defect.createdAt, rounds.get(issueId));
  const isDecided = decided || deferrals.some((deferral) => deferral.issueId === issueId);
  return shown(ownershipView({ config, owned, startedAt, decided: isDecided, countedSince, now }));
}

/** Since when the project is escalated at all; null while nobody was told anything yet. */
async function since(projectId: string): Promise<string | null> {
  const known = z.object({ at: z.string() }).safeParse(await readKey(`owner-since:${projectId}`));
  return known.success ? known.data.at : null;
}
