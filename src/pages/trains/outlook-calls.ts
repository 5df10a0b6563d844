import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import type { Train } from '../../gates';
import { trainById } from '../../gates/shell';
import { refused, shown } from '../answer';
import { settingsOf } from '../forecast/facts';
import { versionsInOrder } from '../forecast/read';
import { openProject } from '../open-project';
import { scoreFacts } from '../readiness/score-facts';
import { scopeOfRelease } from '../scope/calls';
import type { Viewer } from '../viewer';
import { chanceTerm, trainForecast } from './forecast';
import type { ForecastMember } from './forecast';
import { comingMembers, seenProjects } from './members';
import type { Coming, ComingMember } from './members';
import { trainScope } from './scope';
import type { ScopedMember } from './scope';
import { trainScore } from './score';
import type { MemberShares } from './score';

/** Each takes as long as the score of a release does. */
const mostScored = 25;
/** Each asks Jira several times. */
const mostScoped = 12;

interface Opened {
  readonly train: Train;
  readonly coming: Coming;
}

/** How ready a train is, and by when nothing blocks it. */
export async function trainOutlook(
  request: BridgeRequest<'trainOutlook'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'trainOutlook'>>> {
  const found = await openTrain(request, viewer, mostScored);
  if (found.kind !== 'ok') return found;
  const { train, coming } = found.view;
  const scored: (MemberShares & ForecastMember)[] = [];
  for (const member of coming.members) scored.push(await scoredMember(member, viewer));
  const { untold } = coming;
  const forecast = trainForecast({ trainName: train.name, members: scored, untold, now: viewer.now });
  return shown({ forecast, score: trainScore({ members: scored, untold, forecast: chanceTerm(forecast, viewer.now) }) });
}

async function scoredMember(
  { project, access, version, name }: ComingMember,
  viewer: Viewer,
): Promise<MemberShares & ForecastMember> {
  const versions = await versionsInOrder(project.id);
  const { terms, facts, looked } = await scoreFacts({ kind: 'open', project, access }, version, versions, viewer);
  const { gates, targets, forecast, aging, validated } = terms;
  return {
    ...{ name, facts, looked, freeze: settingsOf(facts.settings).forecast.freezes[version.id]?.day ?? null },
    shares: {
      ...{ gates: gates.share, targets: targets.share, forecast: forecast.share },
      ...{ aging: aging.share, validated: validated.share },
    },
  };
}

/** What the releases of a train hold against what can be finished. */
export async function trainScopeOf(
  request: BridgeRequest<'trainScope'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'trainScope'>>> {
  const found = await openTrain(request, viewer, mostScoped);
  if (found.kind !== 'ok') return found;
  const { members, untold } = found.view.coming;
  const scoped: ScopedMember[] = [];
  let unread = 0;
  for (const member of members) {
    const one = await scopedMember(member, viewer);
    if (one === null) unread += 1;
    else scoped.push(one);
  }
  return shown(trainScope(scoped, untold + unread));
}

/** Null where Jira does not tell just now. */
async function scopedMember({ project, access, version, name }: ComingMember, viewer: Viewer): Promise<ScopedMember | null> {
  const found = await scopeOfRelease({ kind: 'open', project, access }, version, viewer);
  if (found.kind !== 'ok') return null;
  const { unit, sentence, planned, capacity, excess, budget } = found.view;
  return {
    ...{ name, versionId: version.id, projectKey: project.key, projectId: project.id, releaseDate: version.releaseDate },
    ...{ unit, sentence, planned: planned.feature.size + planned.defect.size, capacity: capacity?.size ?? null, excess },
    budget: budget === null ? null : { size: budget.size, left: budget.left, over: budget.over },
  };
}

async function openTrain(
  { projectId, trainId }: BridgeRequest<'trainOutlook'>,
  viewer: Viewer,
  most: number,
): Promise<Answer<Opened>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const train = await trainById(trainId);
  const ids = (train?.members ?? []).map((member) => member.projectId);
  const seen = await seenProjects(ids, viewer);
  if (train === null || seen.length === 0) return noTrain;
  return shown({ train, coming: await comingMembers(train, seen, most) });
}

/** Whoever sees no release of a train does not learn whether there is one. */
export const noTrain = refused('No such train', 'There is no such train, or you may not see any release that rides in it.');
