import { fromJson } from '../expressions';
import { userBean } from '../beans/user-bean';
import { isMember, projectRoles } from '../site/project-roles';
import { ADMIN_GROUP } from '../site/permissions';
import { groupId } from '../site/group-id';
import { entityProperties } from './entity-properties';
import { expensive, host, method, plain } from './members';
import type { Site } from '../site/site';
import type { HostObject, Value } from '../expressions';
import type { User } from '../model';

/** A user by account id, or null for nobody. */
export function userHostOf(site: Site, accountId: string | null): Value {
  const user = accountId === null ? undefined : site.users.get(accountId);
  return user === undefined ? null : userHost(site, user);
}

function userHost(site: Site, user: User): HostObject {
  const { accountId, displayName, timeZone, active, groups } = user;
  const bean = userBean(site, user);
  const global = groups.includes(ADMIN_GROUP) ? ['ADMINISTER', 'USER_PICKER', 'BULK_CHANGE'] : ['USER_PICKER', 'BULK_CHANGE'];
  return host({
    typeName: 'User',
    identity: accountId,
    members: {
      ...plain({ accountId, displayName, timeZone, active, locale: 'en_GB', avatarUrls: fromJson(bean['avatarUrls']) }),
      groups: expensive(() => groups),
      groupIds: expensive(() => groups.map(groupId)),
      permissions: () => host({ typeName: 'UserPermissions', members: plain({ global }) }),
      properties: entityProperties({}),
      getProjectRoles: method('getProjectRoles', ([project], cost) => {
        cost.expensive();
        return rolesIn(site, accountId, project ?? null);
      }),
    },
    toJson: () => ({ accountId, displayName }),
  });
}

function rolesIn(site: Site, accountId: string, value: Value): Value {
  const isProject =
    value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'host' && value.typeName === 'Project';
  const project = isProject ? site.projects.get(value.identity ?? '') : undefined;
  const held = projectRoles(site).filter(({ name }) => isMember(project, name, site.users.get(accountId)));
  return held.map(({ id, name }) =>
    host({ typeName: 'ProjectRole', identity: String(id), members: plain({ id, name, description: '' }) }),
  );
}
