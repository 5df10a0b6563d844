import { findIssue, findProject } from '../site/find';
import { toJson } from '../expressions';
import { issueHost, richText } from './issue-host';
import { projectHost } from './project-host';
import { userHostOf } from './user-host';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { Value } from '../expressions';

type Constructor = (args: readonly Value[]) => Value;

/** `new Issue`, `new Project`, `new User` by id or key: null for what is not there or not visible. `new RichText(adf)`. */
export function jiraConstructors(site: Site, viewer: Permissions): Readonly<Record<string, Constructor>> {
  return {
    Issue: ([idOrKey]) => {
      const issue = findIssue(site, named(idOrKey));
      return issue === undefined || !viewer.sees(issue) ? null : issueHost(site, issue, viewer);
    },
    Project: ([idOrKey]) => {
      const project = findProject(site, named(idOrKey));
      return project === undefined || !viewer.browses(project.id) ? null : projectHost(site, project);
    },
    User: ([accountId]) => userHostOf(site, named(accountId)),
    RichText: ([document]) => richText(toJson(document ?? null)),
  };
}

function named(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
