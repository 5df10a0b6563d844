import type { Author } from './author';
import type { Site } from '../site/site';
import type { Project, Version } from '../model';

export type VersionVerb =
  'created' | 'updated' | 'released' | 'unreleased' | 'archived' | 'unarchived' | 'moved' | 'merged' | 'deleted';

/** Product events about versions (developer.atlassian.com/platform/forge/events-reference/jira, project version events). */
export function emitVersion(
  site: Site,
  verb: VersionVerb,
  version: Version,
  author: Author,
  more: Record<string, unknown> = {},
): void {
  const eventType = `avi:jira:${verb}:version`;
  const { accountId, selfGenerated } = author;
  site.emit({
    eventType,
    selfGenerated,
    actorAccountId: accountId,
    payload: {
      eventType,
      selfGenerated,
      version: versionEventBean(site, version),
      ...more,
      ...(accountId === null ? {} : { atlassianId: accountId }),
    },
  });
}

/** A version in an event's payload. */
export function versionEventBean(site: Site, version: Version): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/version/${version.id}`),
    id: version.id,
    name: version.name,
    description: version.description,
    archived: version.archived,
    released: version.released,
    ...(version.startDate === null ? {} : { startDate: version.startDate }),
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
    projectId: Number(version.projectId),
  };
}

/** Product events about projects; their payload names no user. */
export function emitProject(
  site: Site,
  verb: 'created' | 'updated' | 'softdeleted' | 'restored' | 'deleted',
  project: Project,
  author: Author,
): void {
  const eventType = `avi:jira:${verb}:project`;
  const { accountId, selfGenerated } = author;
  const bean = {
    self: site.url(`/rest/api/3/project/${project.id}`),
    id: Number(project.id),
    key: project.key,
    name: project.name,
    projectLead: { accountId: project.leadAccountId },
    assigneeType: 'admin.assignee.type.unassigned',
  };
  site.emit({ eventType, selfGenerated, actorAccountId: accountId, payload: { eventType, selfGenerated, project: bean } });
}
