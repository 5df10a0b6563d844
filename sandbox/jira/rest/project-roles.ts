import { projectRoles as rolesOfSite } from '../site/project-roles';
import { demandAdministrator, projectFor } from './find-for-call';
import { notFound } from './refusal';
import { param } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { Project } from '../model';

const PROJECT = '/rest/api/3/project/{projectIdOrKey}';

export const projectRoles: readonly Route[] = [
  { method: 'GET', path: `${PROJECT}/role`, handle: (call) => ok(roleLinks(call, projectFor(call))) },
  { method: 'GET', path: `${PROJECT}/role/{id}`, handle: (call) => ok(role(call)) },
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
  const project = projectFor(call);
  const named = rolesOfSite(call.site).find(({ id }) => String(id) === param(call, 'id'));
  if (named === undefined) {
    throw notFound(`Can not retrieve a role actor for a null project role.`);
  }
  const actors = (project.roles[named.name] ?? []).map((accountId, index) => ({
    id: named.id * 1000 + index,
    displayName: call.site.users.get(accountId)?.displayName ?? accountId,
    type: 'atlassian-user-role-actor',
    actorUser: { accountId },
  }));
  return { self: call.site.url(`/rest/api/3/project/${project.id}/role/${named.id}`), ...named, description: '', actors };
}
