import { emitProject } from '../changes/version-events';
import { versionsOf } from '../site/find';
import { demandAdministrator, projectFor } from './find-for-call';
import { notFound, Refusal } from './refusal';
import { param } from './read-request';
import { noContent } from './route';
import type { Answer, Call } from './route';
import type { Project } from '../model';

/** Into the trash, as Jira does by default, or away for good with `enableUndo=false`; issues and versions go along. */
export function deleteProject(call: Call): Answer {
  const { site } = call;
  const project = projectFor(call);
  demandAdministrator(call);
  const issues = [...site.issues.values()].filter((candidate) => candidate.projectId === project.id);
  const versions = versionsOf(site, project.id);
  for (const issue of issues) {
    site.issues.delete(issue.id);
    site.issueIdByKey.delete(issue.key);
    site.earlier.delete(issue.id);
  }
  versions.forEach((version) => site.versions.delete(version.id));
  site.projects.delete(project.id);
  const forGood = call.query.get('enableUndo') === 'false';
  if (!forGood) site.trash.set(project.id, { project, issues, versions });
  emitProject(site, forGood ? 'deleted' : 'softdeleted', project, call.author);
  return noContent;
}

/** Out of the trash, with what went there along with it; apps hear of the project alone. @throws Refusal 401, 404 as the OpenAPI says */
export function restoreProject(call: Call): Project {
  const { site } = call;
  if (!call.viewer.administers && call.actor.kind !== 'app') {
    throw new Refusal(401, ['Only Jira administrators can restore projects.']);
  }
  const wanted = param(call, 'projectIdOrKey');
  const trashed = [...site.trash.values()].find(({ project }) => project.id === wanted || project.key === wanted);
  if (trashed === undefined) throw notFound(`No project could be found with key '${wanted}'.`);
  const { project, issues, versions } = trashed;
  site.trash.delete(project.id);
  site.projects.set(project.id, project);
  versions.forEach((version) => site.versions.set(version.id, version));
  for (const issue of issues) {
    site.issues.set(issue.id, issue);
    site.issueIdByKey.set(issue.key, issue.id);
  }
  emitProject(site, 'restored', project, call.author);
  return project;
}
