import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { dayCountsOf, defectsOfVersion, hasOpenTicket, ticketsOfVersion, versionById } from '../../defects/shell';
import { attachmentOfProject, verdictsOf } from '../../gates/shell';
import { dayOf } from '../../kernel/instant';
import { scoreStates } from '../../scoring/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { clockFrom, lateRules } from '../../triage';
import { heldTimes } from '../../triage/shell';
import { refused, shown } from '../answer';
import { maySee } from '../access';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { markUnguarded } from './unguarded';
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
  const [defects, tickets, verdicts, keptFresh, settings, held, attachment] = await Promise.all([
    defectsOfVersion(versionId),
    ticketsOfVersion(versionId),
    verdictsOf([versionId]),
    hasOpenTicket(projectId),
    readSettings(),
    heldTimes(projectId),
    attachmentOfProject(projectId),
  ]);
  const targets = (settings.kind === 'ok' ? settings.settings : defaultSettings).slaTargetDays;
  const visible = defects.filter((defect) => maySee(access, defect.securityLevel));
  const [states, days] = await Promise.all([
    scoreStates(
      projectId,
      visible.map(({ id }) => id),
    ),
    dayCountsOf({ projectId, versionId }, lateRules(held, targets), dayOf(now)),
  ]);
  const scores = new Map([...states].map(([id, { score }]) => [id, score]));
  const clocks = new Map(visible.map(({ id, createdAt }) => [id, clockFrom(createdAt, held.get(id) ?? [], now)]));
  const facts = {
    project,
    version,
    defects,
    tickets,
    verdicts,
    settings,
    access,
    scores,
    clocks,
    days,
    keptFresh,
    revision,
    now,
  };
  return shown(markUnguarded(readinessView(facts), attachment));
}
