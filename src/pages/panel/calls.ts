import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectById, fixVersionsOf, ticketById, versionsOfTicket, versionsToJudge } from '../../defects/shell';
import { verdictsOf } from '../../gates/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { clockFrom } from '../../triage';
import { heldTimes } from '../../triage/shell';
import { refused, shown } from '../answer';
import { maySee } from '../access';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { defectPanel, ticketPanel } from './view-model';

type PanelAnswer = Promise<Answer<BridgeView<'panel'>>>;

export async function panel({ issueId }: BridgeRequest<'panel'>, viewer: Viewer): PanelAnswer {
  const defect = await defectById(issueId);
  const issue = defect ?? (await ticketById(issueId));
  const settings = await readSettings();
  if (issue === null) {
    const types = settings.kind === 'ok' ? settings.settings : defaultSettings;
    return shown({ kind: 'other', now: viewer.now, workTypes: [...types.defectTypes, ...types.releaseTypes] });
  }
  const opened = await openProject(issue.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  if (!maySee(access, issue.securityLevel))
    return refused('No access', 'You may not see this issue in Jira, so Holdpoint does not show it either.');
  const revision = await revisionOf(project, viewer.now);
  const named = new Set(defect === null ? await versionsOfTicket(issueId) : await fixVersionsOf([issueId]));
  const versions = (await versionsToJudge(project.id)).filter((version) => named.has(version.id));
  const verdicts = await verdictsOf(versions.map((version) => version.id));
  const facts = { project, versions, verdicts, settings, revision, now: viewer.now };
  if (defect === null) return shown(ticketPanel(facts));
  const held = (await heldTimes(project.id)).get(issueId) ?? [];
  return shown(defectPanel(defect, { ...facts, clockFrom: clockFrom(defect.createdAt, held, viewer.now) }));
}
