import { z } from 'zod';
import { groupId } from '../site/group-id';
import { addMembers, GROUP, projectRoles as rolesOfSite } from '../site/project-roles';
import type { NamedRole } from '../site/project-roles';
import { demand, demandAdministrator, projectFor } from './find-for-call';
import { notFound } from './refusal';
import { param, readBody } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { Project } from '../model';

const PROJECT = '/rest/api/3/project/{projectIdOrKey}';

export const projectRoles: readonly Route[] = [
  { method: 'GET', path: `${PROJECT}/role`, handle: (call) => ok(roleLinks(call, projectFor(call))) },
  { method: 'GET', path: `${PROJECT}/role/{id}`, handle: (call) => ok(role(call)) },
  { method: 'POST', path: `${PROJECT}/role/{id}`, handle: (call) => ok(add(call)) },
  {
    method: 'GET',
    path: '/rest/api/3/role',
    handle: (call) => {
      demandAdministrator(call);
      return ok(
        rolesOfSite(call.site).map((named) => ({
          self: call.site.url(`/rest/api/3/role/${named.id}`),
          ...named,
          description: '',
        })),
      );
    },
  },
];

/** Addresses of the project's roles by name. */
export function roleLinks(call: Call, project: Project): Record<string, string> {
  const roles = rolesOfSite(call.site);
  return Object.fromEntries(roles.map(({ id, name }) => [name, call.site.url(`/rest/api/3/project/${project.id}/role/${id}`)]));
}

function role(call: Call): Record<string, unknown> {
  return roleBean(call, projectFor(call), roleFor(call));
}

const body = z.strictObject({
  user: z.array(z.string()).default([]),
  group: z.array(z.string()).default([]),
  groupId: z.array(z.string()).default([]),
});

/** Adds people and groups, these by their names or ids. */
function add(call: Call): Record<string, unknown> {
  const project = projectFor(call);
  demand(call, 'ADMINISTER_PROJECTS', project);
  const named = roleFor(call);
  const { user, group, groupId: ids } = readBody(call, body);
  const groups = [...call.site.groups].filter((name) => group.includes(name) || ids.includes(groupId(name)));
  const unknown = user.find((accountId) => !call.site.users.has(accountId));
  if (unknown !== undefined || groups.length < group.length + ids.length)
    throw notFound(`We can't find '${unknown ?? [...group, ...ids].join(', ')}' in any accessible user directory.`);
  const members = [...user, ...groups.map((name) => `${GROUP}${name}`)];
  return roleBean(call, addMembers(call.site, project, named.name, members), named);
}

function roleFor(call: Call): NamedRole {
  const named = rolesOfSite(call.site).find(({ id }) => String(id) === param(call, 'id'));
  if (named === undefined) {
    throw notFound(`Can not retrieve a role actor for a null project role.`);
  }
  return named;
}

function roleBean(call: Call, project: Project, named: NamedRole): Record<string, unknown> {
  const actors = (project.roles[named.name] ?? []).map((member, index) => ({
    id: named.id * 1000 + index,
    ...(member.startsWith(GROUP) ? groupActor(member.slice(GROUP.length)) : userActor(call, member)),
  }));
  return { self: call.site.url(`/rest/api/3/project/${project.id}/role/${named.id}`), ...named, description: '', actors };
}

function userActor(call: Call, accountId: string): Record<string, unknown> {
  const displayName = call.site.users.get(accountId)?.displayName ?? accountId;
  return { displayName, type: 'atlassian-user-role-actor', actorUser: { accountId } };
}

function groupActor(name: string): Record<string, unknown> {
  const actorGroup = { name, displayName: name, groupId: groupId(name) };
  return { displayName: name, type: 'atlassian-group-role-actor', name, actorGroup };
}
