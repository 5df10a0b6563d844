import type { Site } from './site';
import type { Issue, Project, Status, Version, Workflow } from '../model';

export function findProject(site: Site, idOrKey: string): Project | undefined {
  return site.projects.get(idOrKey) ?? [...site.projects.values()].find((project) => project.key === idOrKey.toUpperCase());
}

export function findIssue(site: Site, idOrKey: string): Issue | undefined {
  return site.issues.get(idOrKey) ?? site.issues.get(site.issueIdByKey.get(idOrKey.toUpperCase()) ?? '');
}

export function versionsOf(site: Site, projectId: string): Version[] {
  return [...site.versions.values()].filter((version) => version.projectId === projectId);
}

/** @throws Error where the site's own data contradict each other: a bug of the seed. */
export function known<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const value = map.get(id);
  if (value === undefined) {
    throw new Error(`The sandbox's site has no ${what} ${id}`);
  }
  return value;
}

export function statusOf(site: Site, issue: Issue): Status {
  return known(site.statuses, issue.statusId, 'status');
}

export function projectOf(site: Site, issue: { readonly projectId: string }): Project {
  return known(site.projects, issue.projectId, 'project');
}

export function workflowOf(site: Site, project: Project, issueTypeId: string): Workflow {
  const id = project.workflows[issueTypeId] ?? project.workflows['*'];
  return known(site.workflows, id ?? '', 'workflow');
}
