import { findIssue, findProject } from '../site/find';
import { forbidden, notFound, Refusal } from './refusal';
import { param } from './read-request';
import type { Call } from './route';
import type { Issue, Project, User, Version } from '../model';

const HIDDEN_ISSUE = 'Issue does not exist or you do not have permission to see it.';

/** @throws Refusal 404, the same for an issue that is not there and one that the caller may not see. */
export function issueFor(call: Call, idOrKey = param(call, 'issueIdOrKey')): Issue {
  const issue = findIssue(call.site, idOrKey);
  if (issue === undefined || !call.viewer.sees(issue)) {
    throw notFound(HIDDEN_ISSUE);
  }
  return issue;
}

/** @throws Refusal 404 */
export function projectFor(call: Call, idOrKey = param(call, 'projectIdOrKey')): Project {
  const project = findProject(call.site, idOrKey);
  if (project === undefined || !call.viewer.browses(project.id)) {
    const what = /^\d+$/.test(idOrKey) ? `id '${idOrKey}'` : `key '${idOrKey}'`;
    throw notFound(`No project could be found with ${what}.`);
  }
  return project;
}

/** @throws Refusal 404 */
export function versionFor(call: Call, id = param(call, 'id')): Version {
  const version = call.site.versions.get(id);
  if (version === undefined || !call.viewer.browses(version.projectId)) {
    throw notFound(`Could not find version for id '${id}'`);
  }
  return version;
}

/** The project of something that the site holds. */
export function projectOfFor(call: Call, owner: { readonly projectId: string }): Project {
  return projectFor(call, owner.projectId);
}

/** @throws Refusal of the given status where the caller lacks the permission. */
export function demand(call: Call, permission: string, project: Project, status = 403, message = missing(permission)): void {
  if (!call.viewer.has(permission, project)) {
    throw status === 403 ? forbidden(message) : new Refusal(status, [message]);
  }
}

/** @throws Refusal 403 where the caller is no Jira administrator. */
export function demandAdministrator(call: Call): void {
  if (!call.viewer.administers && call.actor.kind !== 'app') {
    throw forbidden('Only Jira administrators can do this.');
  }
}

/** The caller's account. The door lets no anonymous call in. */
export function callerFor(call: Call): User {
  const user = call.site.users.get(call.viewer.accountId ?? '');
  if (user === undefined) {
    throw new Refusal(401, ['Client must be authenticated to access this resource.']);
  }
  return user;
}

function missing(permission: string): string {
  return `You do not have the permission ${permission} in this project.`;
}
