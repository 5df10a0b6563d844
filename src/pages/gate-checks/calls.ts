import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionById } from '../../defects/shell';
import { checksOnRecord, verdictsOf } from '../../gates/shell';
import { peopleBehind } from '../../governance/shell';
import { defaultSettings, gatedStages, gateRowsOf } from '../../settings';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { askedRows, checkViews } from './view-model';
import { viewerRoles } from './viewer-roles';

/** What people have to confirm for a release, and what they said. */
export async function gateChecks(
  { projectId, versionId }: BridgeRequest<'gateChecks'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'gateChecks'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version?.projectId !== projectId)
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  const stored = await readSettings();
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const rows = gateRowsOf(settings, projectId);
  const stages = gatedStages(settings);
  const asked = askedRows(rows, stages);
  if (asked.length === 0) return shown({ now: viewer.now, checks: [] });
  const [checks, verdicts] = await Promise.all([checksOnRecord([versionId]), verdictsOf([versionId])]);
  const events = checks.flatMap((check) => check.events);
  const saidBy = events.flatMap((event) => (event.act === 'confirmed' ? event.role : []));
  const inRole = await viewerRoles(projectId, [...asked.map(({ role }) => role), ...saidBy], viewer);
  return shown({
    now: viewer.now,
    checks: checkViews({
      ...{ stages, rows, checks, inRole, accountId: viewer.accountId, now: viewer.now },
      people: await peopleBehind([...new Set(events.map(({ who }) => who))]),
      builds: (stageKey) => verdicts.find(({ verdict }) => verdict.stage.key === stageKey)?.verdict.builds ?? [],
      isOver: version.released || version.archived,
    }),
  });
}

/** Confirms a check as the person at the screen; the flow asks Jira for the role. */
export async function confirmCheck(
  { projectId, versionId, stage: stageKey, name, evidence, builds }: BridgeRequest<'confirmCheck'>,
  actions: Pick<Actions, 'confirmCheck'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'confirmCheck'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const done = await actions.confirmCheck({ projectId, versionId, stageKey, name, evidence, builds, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

export async function withdrawCheck(
  { projectId, versionId, stage: stageKey, name, because }: BridgeRequest<'withdrawCheck'>,
  actions: Pick<Actions, 'withdrawCheck'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'withdrawCheck'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const done = await actions.withdrawCheck({ projectId, versionId, stageKey, name, because, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}
