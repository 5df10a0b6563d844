import type { AgingStepsView } from '../../contracts/aging';
import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById } from '../../defects/shell';
import { dueAt } from '../../governance';
import { between } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { clockFrom, ownerOf, roundNow } from '../../triage';
import type { OwnershipConfig, OwnedDefect } from '../../triage';
import { deferralsOfIssues, heldTimes, latestRounds, ownedDefects, ownershipConfig } from '../../triage/shell';
import type { Instant } from '../../kernel/instant';
import { maySee } from '../access';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { closedOf, rankAgainst } from './closed-ones';
import { keptClosedOnes } from './kept-closed-ones';
import { nextStep } from './next-step';

/** Who owns some open defects now, and what to do about each: read after the chart, which does not wait for Jira. */
export async function agingSteps(
  { projectId, ids }: BridgeRequest<'agingSteps'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'agingSteps'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const seen = (await defectsById(ids)).filter(
    (one) => one.open && one.projectId === projectId && maySee(access, one.securityLevel),
  );
  const wanted = seen.map(({ id }) => id);
  const [settings, owned, rounds, deferrals, held, closed] = await Promise.all([
    ...([readSettings(), ownedDefects(wanted), latestRounds(wanted), deferralsOfIssues(wanted)] as const),
    ...([heldTimes(projectId), keptClosedOnes(project, access, now)] as const),
  ]);
  const { ownership, slaTargetDays } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const config = await ownershipConfig(projectId, ownership, { defects: owned, names: 'viewer', now });
  const ownedById = new Map(owned.map((one) => [one.id, one]));
  const rows = seen.flatMap((defect) => {
    const { id, createdAt } = defect;
    const own = ownedById.get(id);
    if (own === undefined) return [];
    const severity = defect.severity ?? 'none';
    const ofDefect = deferrals.filter(({ issueId }) => issueId === id);
    const holds = ofDefect.find(({ state, expiresAt }) => state === 'approved' && expiresAt > now);
    const step = nextStep({
      ...{ severity, now, isAssigned: own.assignee !== null, deferredUntil: holds?.expiresAt ?? null },
      isDeferralAsked: ofDefect.some(({ state, expiresAt }) => state === 'requested' && expiresAt > now),
      isDecided: roundNow(createdAt, rounds.get(id)).decided,
      dueAt: dueAt(clockFrom(createdAt, held.get(id) ?? [], now), defect.severity, slaTargetDays),
      rank: rankAgainst(closedOf(closed, severity), between(createdAt, now)),
    });
    return [{ id, owner: ownerView(config, own, now), step }];
  });
  return shown({ now, rows });
}

function ownerView(config: OwnershipConfig, defect: OwnedDefect, now: Instant): AgingStepsView['rows'][number]['owner'] {
  const { accountId, why } = ownerOf(config, defect, now);
  if (accountId === '') return null;
  // The word for people without a name is no name.
  const name = config.people.get(accountId)?.name ?? 'somebody';
  return { accountId, name: name === 'somebody' ? null : name, why };
}
