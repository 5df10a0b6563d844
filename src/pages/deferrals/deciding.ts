import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { DeferralOptionsView } from '../../contracts/deferrals';
import type { Answer } from '../../contracts/screen';
import { fixVersionsByDefect, versionsOf } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { pseudonymOf } from '../../governance/shell';
import { day, plus } from '../../kernel/instant';
import { newId } from '../../platform/identity';
import { viewerMayEditOf } from '../../platform/jira';
import {
  endOfDay,
  laterReleases,
  latestExpiry,
  levelFor,
  levelWords,
  maxDaysFor,
  mostCharacters,
  needsControl,
  refusalOf,
  timesHeld,
} from '../../triage';
import type { DeferralCommand } from '../../triage';
import { deferralById, deferralsOfIssues } from '../../triage/shell';
import { maySee } from '../access';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { defectsBy, deferralSettings } from './read';

export async function deferralOptions(
  { projectId, issueIds: wanted }: BridgeRequest<'deferralOptions'>,
  viewer: Viewer,
): Promise<Answer<DeferralOptionsView>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const { now } = viewer;
  const issueIds = [...new Set(wanted)];
  const defects = await defectsBy(issueIds);
  const seen = issueIds.flatMap((id) => {
    const defect = defects.get(id);
    return defect?.projectId === projectId && maySee(access, defect.securityLevel) ? [defect] : [];
  });
  if (seen.length === 0)
    return refused('Nothing to defer', 'Holdpoint follows none of these issues as a defect that you may see.');
  const ids = seen.map(({ id }) => id);
  const mayEdit = await viewerMayEditOf(ids);
  if (mayEdit.kind !== 'ok') return inTrouble(mayEdit);
  const [planned, deferrals, releases, settings] = [
    await fixVersionsByDefect(ids),
    await deferralsOfIssues(ids),
    await versionsOf(projectId),
    await deferralSettings(),
  ];
  const policy = settings.deferrals;
  const rows = await Promise.all(seen.map((defect) => optionsOf(defect)));
  // What cannot be deferred is left out, so that it narrows nothing for the others.
  const able = rows.filter(({ refusal }) => refusal === null);
  const asked = able.length === 0 ? rows : able;
  return shown({
    ...{ now, project: { id: project.id, key: project.key, name: project.name }, reasons: [...policy.reasons] },
    ...{ leastWords: policy.leastWords, mostCharacters },
    releases: laterReleases(
      releases,
      asked.flatMap(({ id }) => planned.get(id) ?? []),
    ).map(({ id, name, releaseDate }) => ({ id, name, releaseDate })),
    latestDay: asked.map(({ latestDay }) => latestDay).sort()[0] ?? now.slice(0, 10),
    earliestDay: (endOfDay(now) > now ? now : plus(now, day)).slice(0, 10),
    needsControl: asked.some((row) => row.needsControl),
    defects: rows,
    hidden: issueIds.length - seen.length,
  });

  async function optionsOf(defect: StoredDefect): Promise<DeferralOptionsView['defects'][number]> {
    const own = deferrals.filter(({ issueId }) => issueId === defect.id);
    const versions = planned.get(defect.id) ?? [];
    const facts = { defect: { ...defect, planned: versions }, deferrals: own, releases, now };
    const refusal = refusalOf({ ...facts, mayEdit: mayEdit.kind === 'ok' && mayEdit.value.has(defect.id) });
    const k = timesHeld(own) + 1;
    const level = levelFor(policy, k);
    const accounts = level.kind === 'people' ? level.accountIds : [];
    return {
      ...{ id: defect.id, key: defect.key, summary: defect.summary, severity: defect.severity },
      planned: releases.filter(({ id, released }) => versions.includes(id) && !released).map(({ id, name }) => ({ id, name })),
      ...{ k, maxDays: maxDaysFor(policy, defect.severity), needsControl: needsControl(defect.severity) },
      latestDay: latestExpiry(policy, defect.severity, now).slice(0, 10),
      approver: `${levelWords(level).charAt(0).toUpperCase()}${levelWords(level).slice(1)} approves it.`,
      approvers: await Promise.all(
        accounts.map(async (accountId) => ({ accountId, pseudonym: await pseudonymOf(accountId, newId()) })),
      ),
      refusal: refusal?.message ?? null,
    };
  }
}

export async function requestDeferrals(
  request: BridgeRequest<'requestDeferrals'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'requestDeferrals'>>> {
  const opened = await openProject(request.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { projectId, issueIds, dryRun, ...wish } = request;
  const made = await actions.requestDeferral({ projectId, issueIds, wish, dryRun, ...viewer });
  if (made.kind !== 'ok') return inTrouble(made);
  const defects = await defectsBy(issueIds);
  const results = made.value.map((result) => {
    const defect = defects.get(result.issueId);
    const isSeen = defect?.projectId === projectId && maySee(opened.access, defect.securityLevel);
    return { ...result, key: isSeen ? defect.key : null, problems: [...result.problems] };
  });
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  return shown({ results, requested: count('requested'), refused: count('refused') });
}

export async function decideDeferral(
  request: BridgeRequest<'decideDeferral'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'decideDeferral'>>> {
  const { projectId, deferralId } = request;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const deferral = await deferralById(deferralId);
  const defect = deferral === null ? undefined : (await defectsBy([deferral.issueId])).get(deferral.issueId);
  if (deferral?.projectId !== projectId || defect === undefined || !maySee(opened.access, defect.securityLevel))
    return refused('Not found', 'There is no such deferral in this project, or you may not see its defect.');
  const decided = await actions.decideDeferral({ projectId, deferralId, command: commandOf(request), ...viewer });
  return decided.kind === 'ok' ? shown(decided.value) : inTrouble(decided);
}

function commandOf(request: BridgeRequest<'decideDeferral'>): DeferralCommand {
  switch (request.act) {
    case 'approve':
      return { act: 'approve', comment: request.comment };
    case 'refuse':
    case 'withdraw':
      return { act: request.act, because: request.because };
    case 'extend':
    case 'reinstate':
      return { act: request.act, because: request.because, expiresAt: endOfDay(request.expiresOn) };
  }
}
