import type { JqlSite } from '../jql/jql-site';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';

/** The site as JQL looks things up in it: what the searcher cannot browse does not exist. */
export function jqlSite(site: Site, viewer: Permissions): JqlSite {
  const browsed = <T extends { readonly projectId: string }>(items: Iterable<T>) =>
    [...items].filter((item) => viewer.browses(item.projectId));
  return {
    projects: () => [...site.projects.values()].filter((project) => viewer.browses(project.id)),
    versions: () => browsed(site.versions.values()),
    components: () => browsed(site.components.values()),
    statuses: () => site.statuses.values(),
    issueTypes: () => site.issueTypes.values(),
    priorities: () => site.priorities.values(),
    resolutions: () => site.resolutions.values(),
    users: () => site.users.values(),
    groups: () => site.groups,
    customFields: () => site.customFields.values(),
    issueLinkTypes: () => site.issueLinkTypes.values(),
    issueLinks: () => site.issueLinks.values(),
  };
}
