import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { allProjects, versionById, versionsOf } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import type { Train } from '../../gates';
import { lookupOf, runningTrains, trainById, verdictsOf } from '../../gates/shell';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { inTrouble, shown } from '../answer';
import { openProject } from '../open-project';
import { versionView } from '../version-view';
import type { Viewer } from '../viewer';
import { seenProjects } from './members';
import type { SeenProject } from './members';
import { noTrain } from './outlook-calls';
import { trainGlance, trainView } from './view-model';
import type { TrainFacts } from './view-model';

/** Projects that are looked at for a choice of releases. */
const mostProjects = 50;

export async function trains(
  { projectId, versionId }: BridgeRequest<'trains'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'trains'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const riding = (await runningTrains()).filter(({ members }) =>
    members.some((member) => member.projectId === projectId && (versionId === null || member.versionId === versionId)),
  );
  const facts = await Promise.all(riding.map((one) => factsOf(one, viewer)));
  return shown({ trains: facts.map(trainGlance), mayForm: opened.access.may.liftHolds });
}

export async function train(
  { projectId, trainId }: BridgeRequest<'train'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'train'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const found = await trainById(trainId);
  const seen =
    found === null
      ? []
      : await seenProjects(
          found.members.map((member) => member.projectId),
          viewer,
        );
  if (found === null || seen.length === 0) return noTrain;
  const projects = new Map(seen.map(({ project }) => [project.id, project]));
  const all = new Set(found.members.map((member) => member.projectId));
  const mayChange = seen.length === all.size && seen.every(mayHold) && found.state === 'running';
  const lookup = found.query === null || found.state === 'ended' ? null : await lookupOf(found.id);
  return shown(trainView(await factsOf(found, viewer), projects, { mayChange, lookup }));
}

const mayHold = ({ access }: SeenProject): boolean => access.may.liftHolds;

async function factsOf(found: Train, { now }: Viewer): Promise<TrainFacts> {
  const ids = found.members.map((member) => member.versionId);
  const [versions, verdicts, settings] = await Promise.all([
    Promise.all(ids.map((id) => versionById(id))),
    verdictsOf(ids),
    readSettings(),
  ]);
  const known = versions.filter((version): version is StoredVersion => version !== null);
  return { train: found, versions: new Map(known.map((version) => [version.id, version])), verdicts, settings, now };
}

/** Releases still to come, of projects in which the viewer may place holds. */
export async function trainChoices(
  { projectId }: BridgeRequest<'trainChoices'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'trainChoices'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const others = (await allProjects()).filter(({ id }) => id !== projectId).slice(0, mostProjects - 1);
  const seen = await seenProjects([projectId, ...others.map(({ id }) => id)], viewer);
  const projects = await Promise.all(
    seen.filter(mayHold).map(async ({ project: { id, key, name } }) => {
      const coming = (await versionsOf(id)).filter(({ released, archived }) => !released && !archived);
      return { id, key, name, versions: coming.map(versionView) };
    }),
  );
  return shown({ projects: projects.filter(({ versions }) => versions.length > 0) });
}

export async function saveTrain(
  { projectId, ...form }: BridgeRequest<'saveTrain'>,
  actions: Pick<Actions, 'saveTrain'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'saveTrain'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const saved = await actions.saveTrain({ ...form, ...viewer });
  return saved.kind === 'ok' ? shown(saved.value) : inTrouble(saved);
}

export async function endTrain(
  { projectId, trainId }: BridgeRequest<'endTrain'>,
  actions: Pick<Actions, 'endTrain'>,
  { accountId, now }: Viewer,
): Promise<Answer<BridgeView<'endTrain'>>> {
  const opened = await openProject(projectId, { accountId, now });
  if (opened.kind !== 'open') return opened;
  const ended = await actions.endTrain(trainId, accountId, now);
  return ended.kind === 'ok' ? shown(ended.value) : inTrouble(ended);
}
