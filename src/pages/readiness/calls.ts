import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { trend } from '../../defects';
import {
  defectsOfVersion,
  hasOpenTicket,
  historiesOf,
  statusCategories,
  ticketsOfVersion,
  versionById,
} from '../../defects/shell';
import { verdictsOf } from '../../gates/shell';
import { scoreStates } from '../../scoring/shell';
import { readSettings } from '../../settings/shell';
import { clockFrom } from '../../triage';
import { heldTimes } from '../../triage/shell';
import { refused, shown } from '../answer';
import { maySee } from '../access';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { readinessView } from './view-model';

export async function readiness(
  { projectId, versionId }: BridgeRequest<'readiness'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'readiness'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, now);
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) {
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  }
  const [defects, tickets, verdicts, keptFresh, settings, categories] = await Promise.all([
    defectsOfVersion(versionId),
    ticketsOfVersion(versionId),
    verdictsOf([versionId]),
    hasOpenTicket(projectId),
    readSettings(),
    statusCategories(),
  ]);
  const visible = defects.filter((defect) => maySee(access, defect.securityLevel));
  const states = await scoreStates(
    projectId,
    visible.map(({ id }) => id),
  );
  const scores = new Map([...states].map(([id, { score }]) => [id, score]));
  const held = await heldTimes(projectId);
  const clocks = new Map(visible.map(({ id, createdAt }) => [id, clockFrom(createdAt, held.get(id) ?? [], now)]));
  const histories = await historiesOf(visible.map(({ id }) => id));
  const overTime = trend([...histories.values()], version.startDate, now, (status) => categories.get(status) ?? null);
  return shown(
    readinessView({
      project,
      version,
      defects,
      tickets,
      verdicts,
      settings,
      access,
      scores,
      clocks,
      trend: overTime,
      keptFresh,
      revision,
      now,
    }),
  );
}
