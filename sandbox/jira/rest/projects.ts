import { z } from 'zod';
import { emitProject } from '../changes/version-events';
import { issueTypeBean, projectComponentBean, securityLevelBean } from '../beans/option-beans';
import { projectBean } from '../beans/project-bean';
import { statusBean } from '../beans/status-bean';
import { userBeanOf } from '../beans/user-bean';
import { versionBean } from '../beans/version-bean';
import { versionsOf, workflowOf } from '../site/find';
import { isMember } from '../site/project-roles';
import { demand, projectFor } from './find-for-call';
import { page } from './page';
import { roleLinks } from './project-roles';
import { deleteProject, restoreProject } from './project-trash';
import { badRequest, notFound } from './refusal';
import { expansions, param, queryList, readBody } from './read-request';
import { ok } from './route';
import type { Answer, Call, Route } from './route';
import type { Component, Project } from '../model';

const PROJECT = '/rest/api/3/project/{projectIdOrKey}';

export const projects: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/project', handle: (call) => ok(browsed(call).map((project) => searchBean(call, project))) },
  { method: 'GET', path: '/rest/api/3/project/search', handle: (call) => ok(search(call)) },
  { method: 'GET', path: PROJECT, handle: (call) => ok(fullBean(call, projectFor(call))) },
  { method: 'PUT', path: PROJECT, handle: editProject },
  { method: 'DELETE', path: PROJECT, handle: deleteProject },
  {
    method: 'POST',
    path: `${PROJECT}/restore`,
    handle: (call) => {
      const { id } = restoreProject(call);
      return ok(fullBean(call, projectFor(call, id)));
    },
  },
  { method: 'GET', path: `${PROJECT}/components`, handle: (call) => ok(components(call).map((item) => componentOf(call, item))) },
  {
    method: 'GET',
    path: `${PROJECT}/component`,
    handle: (call) =>
      ok(page(call, `/rest/api/3/project/${projectFor(call).id}/component`, components(call), (item) => componentOf(call, item))),
  },
  { method: 'GET', path: '/rest/api/3/component/{id}', handle: (call) => ok(componentById(call)) },
  { method: 'GET', path: `${PROJECT}/statuses`, handle: (call) => ok(statusesByType(call)) },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectKeyOrId}/securitylevel',
    handle: (call) => {
      const project = projectFor(call, param(call, 'projectKeyOrId'));
      const levels = project.securityLevels.filter(({ roles }) => call.actor.kind === 'app' || holdsOne(call, project, roles));
      return ok({ levels: levels.map((level) => securityLevelBean(call.site, level)) });
    },
  },
];

function holdsOne(call: Call, project: Project, roles: readonly string[]): boolean {
  const user = call.site.users.get(call.viewer.accountId ?? '');
  return user !== undefined && roles.some((name) => isMember(project, name, user));
}

function browsed(call: Call): Project[] {
  return [...call.site.projects.values()].filter((project) => call.viewer.browses(project.id));
}

function search(call: Call): Record<string, unknown> {
  const keys = queryList(call, 'keys');
  const ids = queryList(call, 'id');
  const query = (call.query.get('query') ?? '').toLowerCase();
  const found = browsed(call)
    .filter((project) => (keys.length === 0 || keys.includes(project.key)) && (ids.length === 0 || ids.includes(project.id)))
    .filter((project) => project.key.toLowerCase().includes(query) || project.name.toLowerCase().includes(query))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return page(call, '/rest/api/3/project/search', found, (project) => searchBean(call, project));
}

function searchBean(call: Call, project: Project): Record<string, unknown> {
  const expand = expansions(call, ['permissions', 'insight', 'projectKeys', 'issueTypeHierarchy']);
  const lead = userBeanOf(call.site, project.leadAccountId);
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectBean(call.site, project),
    style: project.style,
    isPrivate: false,
    properties: {},
    ...(expand.has('description') ? { description: project.description } : {}),
    ...(expand.has('lead') && lead !== null ? { lead } : {}),
    ...(expand.has('issueTypes') ? { issueTypes: typesOf(call, project) } : {}),
  };
}

function typesOf(call: Call, project: Project): unknown[] {
  return project.issueTypeIds.flatMap((id) => call.site.issueTypes.get(id) ?? []).map((type) => issueTypeBean(call.site, type));
}

function fullBean(call: Call, project: Project): Record<string, unknown> {
  const { site } = call;
  const lead = userBeanOf(site, project.leadAccountId);
  const asked = queryList(call, 'properties');
  const keys = asked.includes('*all') ? Object.keys(project.properties) : asked;
  return {
    ...searchBean(call, project),
    description: project.description,
    ...(lead === null ? {} : { lead }),
    components: components(call).map((item) => componentOf(call, item)),
    issueTypes: typesOf(call, project),
    assigneeType: 'UNASSIGNED',
    versions: versionsOf(site, project.id).map((version) => versionBean(site, version)),
    roles: roleLinks(call, project),
    properties: Object.fromEntries(
      keys.flatMap((key) => (key in project.properties ? [[key, project.properties[key]?.value]] : [])),
    ),
  };
}

const editable = z.strictObject({
  name: z.string().min(1).max(80).optional(),
  description: z.string().optional(),
  leadAccountId: z.string().optional(),
});

function editProject(call: Call): Answer {
  const before = projectFor(call);
  demand(call, 'ADMINISTER_PROJECTS', before, 403, 'You cannot edit the configuration of this project.');
  const { name, description, leadAccountId } = readBody(call, editable);
  if (leadAccountId !== undefined && !call.site.users.has(leadAccountId)) {
    throw badRequest('You must specify a valid project lead.');
  }
  const after = {
    ...before,
    name: name ?? before.name,
    description: description ?? before.description,
    leadAccountId: leadAccountId ?? before.leadAccountId,
  };
  call.site.projects.set(after.id, after);
  emitProject(call.site, 'updated', after, call.author);
  return ok(fullBean(call, after));
}

function components(call: Call): Component[] {
  const project = projectFor(call);
  return [...call.site.components.values()].filter((component) => component.projectId === project.id);
}

function componentOf(call: Call, component: Component): Record<string, unknown> {
  return projectComponentBean(call.site, component, projectFor(call));
}

function componentById(call: Call): Record<string, unknown> {
  const component = call.site.components.get(param(call, 'id'));
  if (component === undefined || !call.viewer.browses(component.projectId)) {
    throw notFound(`The component with id ${param(call, 'id')} does not exist.`);
  }
  return projectComponentBean(call.site, component, projectFor(call, component.projectId));
}

function statusesByType(call: Call): unknown[] {
  const { site } = call;
  const project = projectFor(call);
  return project.issueTypeIds
    .flatMap((id) => site.issueTypes.get(id) ?? [])
    .map((type) => ({
      self: site.url(`/rest/api/3/issuetype/${type.id}`),
      id: type.id,
      name: type.name,
      subtask: type.subtask,
      statuses: workflowOf(site, project, type.id)
        .statusIds.flatMap((id) => site.statuses.get(id) ?? [])
        .map((status) => statusBean(site, status)),
    }));
}
