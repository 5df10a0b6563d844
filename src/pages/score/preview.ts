import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById } from '../../defects/shell';
import { maySee } from '../access';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';

/** What the scores of a project are made of, without the names of issues; for Jira admins. */
export async function scorePreview(
  { projectId, scoring }: BridgeRequest<'scorePreview'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'scorePreview'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const columns = await actions.scoreColumns(projectId, scoring, viewer.now);
  if (columns !== null) return shown({ now: viewer.now, ...columns });
  return refused('Settings are damaged', 'Save the settings anew first: nobody knows what a defect is until then.');
}

/** Titles for the few defects that a list shows, as far as the viewer may see them in Jira. */
export async function scoreTitles(
  { projectId, ids }: BridgeRequest<'scoreTitles'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'scoreTitles'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const defects = await defectsById(ids);
  const visible = defects.filter((defect) => defect.projectId === projectId && maySee(opened.access, defect.securityLevel));
  return shown({ titles: visible.map(({ id, key, summary }) => ({ id, key, title: summary })) });
}
