import { z } from 'zod';
import { knownPermissions } from '../site/permission-catalogue';
import { grant, grantsOf, projectOfScheme, revoke, schemeIdOf } from '../site/permission-scheme';
import { projectRoles } from '../site/project-roles';
import { demand, demandAdministrator, projectFor } from './find-for-call';
import { badRequest, notFound, Refusal } from './refusal';
import { expansions, param, readBody } from './read-request';
import { created, noContent, ok } from './route';
import type { Answer, Call, Route } from './route';
import type { Grant } from '../site/permission-scheme';
import type { Project } from '../model';

const GRANTS = '/rest/api/3/permissionscheme/{schemeId}/permission';
const EXPAND = 'user,group,projectRole,field,all';
const UNMODELLED = EXPAND.split(',');

/** The permission scheme of each project: what its roles may do. */
export const permissionSchemes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/project/{projectKeyOrId}/permissionscheme', handle: (call) => ok(schemeOfProject(call)) },
  { method: 'GET', path: GRANTS, handle: (call) => ok(grants(call)) },
  { method: 'POST', path: GRANTS, handle: add },
  { method: 'DELETE', path: `${GRANTS}/{permissionId}`, handle: remove },
];

function schemeOfProject(call: Call): Record<string, unknown> {
  const project = projectFor(call, param(call, 'projectKeyOrId'));
  demand(call, 'ADMINISTER_PROJECTS', project);
  const expand = expansions(call, UNMODELLED);
  const id = schemeIdOf(project);
  return {
    expand: EXPAND,
    id,
    self: call.site.url(`/rest/api/3/permissionscheme/${id}`),
    name: `${project.key}: permission scheme`,
    description: '',
    ...(expand.size === 0 ? {} : { permissions: grantsOf(call.site, project).map((one) => grantBean(call, project, one)) }),
  };
}

function grants(call: Call): Record<string, unknown> {
  const project = schemeFor(call);
  expansions(call, UNMODELLED);
  return { expand: EXPAND, permissions: grantsOf(call.site, project).map((one) => grantBean(call, project, one)) };
}

const body = z.strictObject({
  permission: z.string(),
  holder: z.strictObject({ type: z.string(), value: z.string().optional(), parameter: z.string().optional() }),
});

/** Of the holders only project roles, by id as in Jira or by name for convenience. */
function add(call: Call): Answer {
  demandAdministrator(call);
  const { permission, holder } = readBody(call, body);
  const project = schemeFor(call);
  if (holder.type !== 'projectRole') {
    throw new Refusal(501, [`The sandbox does not model permission holders of the type ${holder.type}.`]);
  }
  const wanted = holder.value ?? holder.parameter;
  const role = projectRoles(call.site).find(({ id, name }) => String(id) === wanted || name === wanted);
  if (role === undefined) throw badRequest(`The project role '${wanted ?? ''}' does not exist.`);
  const known = knownPermissions(call.site).some(({ key, type }) => key === permission && type === 'PROJECT');
  if (!known) throw badRequest(`The permission '${permission}' does not exist.`);
  const find = (of: Project): Grant | undefined =>
    grantsOf(call.site, of).find((one) => one.permission === permission && one.role.id === role.id);
  if (find(project) !== undefined) throw badRequest('This permission grant already exists.');
  grant(call.site, project, permission, role);
  const after = schemeFor(call);
  const made = find(after);
  return created(made === undefined ? {} : grantBean(call, after, made));
}

function remove(call: Call): Answer {
  demandAdministrator(call);
  const project = schemeFor(call);
  const found = grantsOf(call.site, project).find(({ id }) => String(id) === param(call, 'permissionId'));
  if (found === undefined) throw badRequest(`The permission grant with id '${param(call, 'permissionId')}' was not found.`);
  revoke(call.site, project, found);
  return noContent;
}

/** @throws Refusal 404 */
function schemeFor(call: Call): Project {
  const project = projectOfScheme(call.site, param(call, 'schemeId'));
  if (project === undefined) throw notFound(`The permission scheme with id '${param(call, 'schemeId')}' was not found.`);
  return project;
}

function grantBean(call: Call, project: Project, { id, permission, role }: Grant): Record<string, unknown> {
  const self = call.site.url(`/rest/api/3/permissionscheme/${schemeIdOf(project)}/permission/${id}`);
  const holder = { type: 'projectRole', parameter: String(role.id), value: String(role.id), expand: 'projectRole' };
  return { id, self, holder, permission };
}
