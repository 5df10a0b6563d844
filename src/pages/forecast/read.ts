import type { DefectFacts } from '../../defects';
import { defectsOfVersion, fixSpansOf, versionOrder, versionsOf } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import { verdictsOf } from '../../gates/shell';
import { forProject } from '../../settings';
import { readSettings } from '../../settings/shell';
import { inReleaseOrder } from '../../triage';
import { projectHistory } from '../charts/project-history';
import type { OpenProject } from '../open-project';
import type { Viewer } from '../viewer';
import { remembered } from './facts';
import type { ReleaseFacts } from './facts';

/** All versions of a project in the order in which they come. */
export async function versionsInOrder(projectId: string): Promise<StoredVersion[]> {
  const [versions, sequence] = await Promise.all([versionsOf(projectId), versionOrder(projectId)]);
  return inReleaseOrder(versions, sequence);
}

/** Everything that the forecast of a release is made of. @param versions all of the project, in their order */
export async function releaseFacts(
  { project, access }: Extract<OpenProject, { kind: 'open' }>,
  version: StoredVersion,
  versions: readonly StoredVersion[],
  { now }: Viewer,
): Promise<ReleaseFacts & { readonly history: DefectFacts }> {
  const [stored, verdicts, defects, history, spans] = await Promise.all([
    readSettings(),
    verdictsOf([version.id]),
    defectsOfVersion(version.id),
    projectHistory(project.id, access),
    fixSpansOf(remembered(versions, version.id).map(({ id }) => id)),
  ]);
  const settings = stored.kind === 'ok' ? { ...stored, settings: forProject(stored.settings, project.id) } : stored;
  return { project, version, versions, settings, verdicts, defects, history, spans, access, now };
}
