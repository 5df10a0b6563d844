import { allProjects, versionById } from '../../defects/shell';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import type { Train } from '../../gates';
import type { Access } from '../access';
import { viewerAccess } from '../viewer-access';
import type { Viewer } from '../viewer';

export interface SeenProject {
  readonly project: StoredProject;
  readonly access: Access;
}

/** Those of the projects that the viewer may see. */
export async function seenProjects(ids: readonly string[], { accountId, now }: Viewer): Promise<SeenProject[]> {
  const wanted = new Set(ids);
  const stored = (await allProjects()).filter(({ id }) => wanted.has(id));
  const seen: SeenProject[] = [];
  for (const project of stored) {
    const access = await viewerAccess(accountId, project.id, now);
    if (access.kind === 'ok' && access.value.mayBrowse) seen.push({ project, access: access.value });
  }
  return seen;
}

/** A release of a train that is still to come and that can be told about. */
export interface ComingMember extends SeenProject {
  readonly version: StoredVersion;
  /** `SHOP 4.2.0` */
  readonly name: string;
}

export interface Coming {
  readonly members: readonly ComingMember[];
  /** Others that are still to come: the viewer may not see them, their project is not read yet, they are gone, or there are too many. */
  readonly untold: number;
}

/** Releases of a train that are still to come. @param most so many are told about */
export async function comingMembers(train: Train, seen: readonly SeenProject[], most: number): Promise<Coming> {
  const projects = new Map(seen.map((one) => [one.project.id, one]));
  const members: ComingMember[] = [];
  let untold = 0;
  for (const { projectId, versionId } of train.members) {
    const version = await versionById(versionId);
    if (version?.released === true) continue;
    const found = projects.get(projectId);
    if (version === null || version.archived || found?.project.state !== 'ready' || members.length === most) untold += 1;
    else members.push({ ...found, version, name: `${found.project.key} ${version.name}` });
  }
  return { members, untold };
}
