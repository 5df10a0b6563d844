import { avatarUrls } from './user-bean';
import type { Site } from '../site/site';
import type { Project } from '../model';

/** A project as it stands in an issue's fields and in events. */
export function projectBean(site: Site, project: Project): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: project.style === 'next-gen',
    avatarUrls: avatarUrls(site, project.key),
  };
}
