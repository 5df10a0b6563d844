import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById, defectsOfVersion, historiesOf, versionById, versionsOf } from '../../defects/shell';
import { activeDeferrals } from '../../triage/shell';
import { maySee } from '../access';
import type { Actions } from '../actions';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { releaseNotesView } from './view-model';

const noSuchRelease = () =>
  refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');

/** What a release brings, ships with and leaves behind. */
export async function releaseNotes(
  { projectId, versionId }: BridgeRequest<'releaseNotes'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'releaseNotes'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) return noSuchRelease();
  const [planned, deferrals, versions] = await Promise.all([
    defectsOfVersion(versionId),
    activeDeferrals(projectId, viewer.now),
    versionsOf(projectId),
  ]);
  const plannedIds = new Set(planned.map(({ id }) => id));
  const out = deferrals.filter(({ issueId, from }) => !plannedIds.has(issueId) && from.some(({ id }) => id === versionId));
  const others = await defectsById(out.map(({ issueId }) => issueId));
  const open = planned.filter((defect) => defect.open && maySee(access, defect.securityLevel));
  const histories = await historiesOf(open.map(({ id }) => id));
  const plans = new Map([...histories].map(([id, { fix }]) => [id, fix]));
  return shown(
    releaseNotesView({ project, version, versions, defects: [...planned, ...others], plannedIds, deferrals, plans, access }),
  );
}

/** Moves what is left to another release. Jira decides for each whether the viewer may. */
export async function rollOver(
  { projectId, versionId, toVersionId, issueIds, because }: BridgeRequest<'rollOver'>,
  actions: Pick<Actions, 'rollOver'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'rollOver'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { access } = opened;
  const versions = await versionsOf(projectId);
  const from = versions.find(({ id }) => id === versionId);
  const to = versions.find(({ id }) => id === toVersionId);
  if (from === undefined || to === undefined || from.id === to.id) return noSuchRelease();
  if (to.released || to.archived) return refused('Already released', `${to.name} is released: nothing can be planned for it.`);
  const stored = await defectsOfVersion(versionId);
  const wanted = new Set(issueIds);
  const defects = stored.filter(({ id, open, securityLevel }) => wanted.has(id) && open && maySee(access, securityLevel));
  const { accountId, now } = viewer;
  const moved = await actions.rollOver({ projectId, defects, from, to, because, accountId, now });
  return shown({
    results: issueIds.map((issueId) => {
      const defect = defects.find(({ id }) => id === issueId);
      const trouble = moved.get(issueId);
      const problem =
        defect === undefined ? `It is not open and planned for ${from.name} any more.` : troubleWords(trouble?.kind);
      return { issueId, key: defect?.key ?? null, problem };
    }),
  });
}

function troubleWords(kind: 'gone' | 'refused' | 'busy' | 'failed' | undefined): string | null {
  switch (kind) {
    case undefined:
      return null;
    case 'gone':
    case 'refused':
      return 'Jira does not let you edit it.';
    case 'busy':
      return 'Jira asked to wait. Try this one again in a minute.';
    case 'failed':
      return 'Jira did not take the change. Look whether the fix version is on the issue’s edit screen.';
  }
}
