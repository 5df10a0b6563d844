import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsOfVersion, versionsOf } from '../../defects/shell';
import { wayOut as solve } from '../../gates';
import { verdictsOf } from '../../gates/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { laterReleases } from '../../triage';
import { deferralsOfProject } from '../../triage/shell';
import { maySee } from '../access';
import { keptClosedOnes } from '../aging/kept-closed-ones';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { approvalHours, expectedHours } from './expected-hours';
import { waitsFor } from './read-waits';
import { wayView } from './view-model';

/** So many deferrals that are over say how long an approval takes. */
const mostOver = 500;

/** The cheapest steps that open the gate of a stage, by expected hours. */
export async function wayOut(
  { projectId, versionId, stage, acts, without }: BridgeRequest<'wayOut'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'wayOut'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const verdict = (await verdictsOf([versionId])).find((one) => one.verdict.stage.key === stage && one.projectId === projectId);
  if (verdict?.verdict.state !== 'held' || verdict.until <= now) return shown({ kind: 'not-held' });
  const [versions, settings] = await Promise.all([versionsOf(projectId), readSettings()]);
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const [defects, closed, deferrals, waits] = await Promise.all([
    defectsOfVersion(versionId),
    keptClosedOnes(project, access, now),
    deferralsOfProject(projectId, mostOver),
    waitsFor({ projectId, access, verdict, versions, stages, now }),
  ]);
  const seen = new Map(defects.filter(({ securityLevel }) => maySee(access, securityLevel)).map((defect) => [defect.id, defect]));
  const approvals = approvalHours(deferrals);
  const canDefer = laterReleases(versions, [versionId]).length > 0;
  const hoursOf = expectedHours({ defects: seen, closed, approvals, canDefer, waits, now });
  const way = solve(verdict.verdict.conditions, hoursOf, { acts, without: new Set(without) });
  if (way === null) return shown({ kind: 'not-enough' });
  const waiting = new Set(deferrals.flatMap(({ state, issueId }) => (state === 'requested' ? issueId : [])));
  const restsOn = {
    closed: closed.reduce((sum, ones) => sum + ones.restsOn, 0),
    approved: approvals.length,
    waits: waits.map(({ act, cause, waits: { curve, done, waiting } }) => ({ act, cause, done, waiting, tells: curve !== null })),
  };
  return shown(wayView({ way, verdict, defects: seen, waiting, restsOn }));
}
