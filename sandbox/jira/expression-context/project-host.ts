import { avatarUrls } from '../beans/user-bean';
import { fromJson } from '../expressions';
import { entityProperties } from './entity-properties';
import { host, plain } from './members';
import { userHostOf } from './user-host';
import type { Site } from '../site/site';
import type { HostObject } from '../expressions';
import type { Project } from '../model';

export function projectHost(site: Site, project: Project): HostObject {
  const { key, name, style } = project;
  const values = { id: Number(project.id), key, name, style, projectTypeKey: 'software', projectCategory: null };
  return host({
    typeName: 'Project',
    identity: project.id,
    members: {
      ...plain({ ...values, avatarUrls: fromJson(avatarUrls(site, key)) }),
      lead: () => userHostOf(site, project.leadAccountId),
      properties: entityProperties(project.properties),
    },
    toJson: () => ({ id: Number(project.id), key, name }),
  });
}
