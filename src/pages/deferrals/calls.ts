import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { fixVersionsByDefect, versionsOf } from '../../defects/shell';
import { refusalOf, timesHeld } from '../../triage';
import { deferralsOfIssues, deferralsOfProject } from '../../triage/shell';
import { viewerMayEditOf } from '../../platform/jira';
import { inTrouble, shown } from '../answer';
import { csvLines } from '../decisions/csv';
import { openDefect } from '../open-defect';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { readRows } from './read';
import { csvHead, csvRow, exportedRow, inOrder, sumsOf } from './view-model';

/** So many that are over are shown, and taken along in a file. */
const mostOver = { shown: 200, exported: 2000 };

export async function deferrals(
  { projectId }: BridgeRequest<'deferrals'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'deferrals'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, viewer.now);
  const stored = await deferralsOfProject(projectId, mostOver.shown);
  const read = await readRows(projectId, stored, access, viewer);
  if (read.kind !== 'ok') return inTrouble(read);
  const { rows, hidden } = read.value;
  const planned = await fixVersionsByDefect([...new Set(rows.map(({ defect }) => defect.id))]);
  const releases = await versionsOf(projectId);
  return shown({
    now: viewer.now,
    revision,
    project: { id: project.id, key: project.key, name: project.name },
    rows: inOrder(rows),
    hidden,
    more: stored.filter(({ state }) => state !== 'requested' && state !== 'approved').length === mostOver.shown,
    sums: sumsOf(rows, { now: viewer.now, planned, releases }),
  });
}

export async function deferralsOf(
  { issueId }: BridgeRequest<'deferralsOf'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'deferralsOf'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, project, access } = opened;
  const stored = await deferralsOfIssues([issueId]);
  const read = await readRows(project.id, stored, access, viewer);
  if (read.kind !== 'ok') return inTrouble(read);
  const mayEdit = await viewerMayEditOf([issueId]);
  if (mayEdit.kind !== 'ok') return inTrouble(mayEdit);
  const planned = (await fixVersionsByDefect([issueId])).get(issueId) ?? [];
  const refusal = refusalOf({
    ...{ defect: { ...defect, planned }, deferrals: stored, releases: await versionsOf(project.id) },
    ...{ mayEdit: mayEdit.value.has(issueId), now: viewer.now },
  });
  const { rows } = read.value;
  const present = rows.find(({ state }) => state === 'requested' || state === 'approved') ?? null;
  return shown({
    now: viewer.now,
    project: { id: project.id, key: project.key, name: project.name },
    issue: { id: defect.id, key: defect.key },
    present,
    earlier: rows.filter((row) => row !== present).reverse(),
    times: timesHeld(stored),
    refusal: refusal?.message ?? null,
  });
}

export async function exportDeferrals(
  { projectId, format }: BridgeRequest<'exportDeferrals'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'exportDeferrals'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const read = await readRows(projectId, await deferralsOfProject(projectId, mostOver.exported), access, viewer);
  if (read.kind !== 'ok') return inTrouble(read);
  const rows = inOrder(read.value.rows);
  const text =
    format === 'csv'
      ? csvLines([csvHead, ...rows.map(csvRow)])
      : JSON.stringify({ schema: 1, project: project.key, at: viewer.now, deferrals: rows.map(exportedRow) }, null, 1);
  const fileName = `${project.key}-deferrals-${viewer.now.slice(0, 10)}.${format}`;
  return shown({ text, fileName, rows: rows.length, hidden: read.value.hidden });
}
