import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { PastGate } from '../../contracts/past-gate';
import type { Answer } from '../../contracts/screen';
import { isTakenBack } from '../../gates';
import type { Breach } from '../../gates';
import { breachesOf, standingBreaches } from '../../gates/shell';
import { peopleBehind } from '../../governance/shell';
import type { Actions } from '../actions';
import { inTrouble, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';

/** Releases past their gate: of a release all, of a project those that nobody has acknowledged. */
export async function pastGate(
  { projectId, versionId }: BridgeRequest<'pastGate'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'pastGate'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const found = versionId === null ? await standingBreaches(projectId) : await breachesOf([versionId]);
  const mine = found.filter((breach) => breach.projectId === projectId);
  const names = mine.flatMap(({ events }) => events.flatMap(({ who }) => who ?? []));
  const people = names.length === 0 ? new Map<string, string>() : await peopleBehind([...new Set(names)]);
  const releases = mine.map((breach) => pastGateView(breach, people)).sort((a, b) => b.at.localeCompare(a.at));
  return shown({ mayAcknowledge: opened.access.may.liftHolds, releases });
}

function pastGateView(breach: Breach, people: ReadonlyMap<string, string>): PastGate {
  const { id, version, stage, verdict, state, events } = breach;
  return {
    ...{ id, version, stage: stage.name, sentence: verdict.sentence, at: events[0]?.at ?? '' },
    ...{ standing: state === 'standing', takenBack: isTakenBack(breach) },
    events: events.flatMap(({ act, at, who, because }) => {
      if (act === 'released' || act === 'taking-back') return [];
      const person = who === null ? null : { accountId: people.get(who) ?? null, pseudonym: who };
      return [{ act, at, who: person, because }];
    }),
  };
}

export async function acknowledgeBreach(
  request: BridgeRequest<'acknowledgeBreach'>,
  actions: Pick<Actions, 'acknowledgeBreach'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'acknowledgeBreach'>>> {
  const opened = await openProject(request.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const done = await actions.acknowledgeBreach({ ...request, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}
