import { userBeanOf } from './user-bean';
import type { Site } from '../site/site';
import type { Component, IssueType, NamedOption, Project, SecurityLevel } from '../model';

export function issueTypeBean(site: Site, type: IssueType): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: site.url(`/images/icons/issuetypes/${type.id}.svg`),
    name: type.name,
    subtask: type.subtask,
    hierarchyLevel: type.subtask ? -1 : 0,
  };
}

export function priorityBean(site: Site, priority: NamedOption): Record<string, unknown> {
  const iconUrl = site.url(`/images/icons/priorities/${priority.id}.svg`);
  return { self: site.url(`/rest/api/3/priority/${priority.id}`), iconUrl, name: priority.name, id: priority.id };
}

export function resolutionBean(site: Site, resolution: NamedOption): Record<string, unknown> {
  return { self: site.url(`/rest/api/3/resolution/${resolution.id}`), id: resolution.id, description: '', name: resolution.name };
}

export function componentBean(site: Site, component: Component): Record<string, unknown> {
  return { self: site.url(`/rest/api/3/component/${component.id}`), id: component.id, name: component.name };
}

export function projectComponentBean(site: Site, component: Component, project: Project): Record<string, unknown> {
  const realAssignee = userBeanOf(site, project.leadAccountId);
  const lead = userBeanOf(site, component.leadAccountId ?? null);
  return {
    ...componentBean(site, component),
    ...(lead === null ? {} : { lead }),
    assigneeType: 'PROJECT_DEFAULT',
    ...(realAssignee === null ? {} : { realAssignee }),
    realAssigneeType: 'PROJECT_DEFAULT',
    isAssigneeTypeValid: false,
    project: project.key,
    projectId: Number(project.id),
  };
}

export function securityLevelBean(site: Site, level: SecurityLevel): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/securitylevel/${level.id}`),
    id: level.id,
    description: level.description,
    name: level.name,
  };
}
