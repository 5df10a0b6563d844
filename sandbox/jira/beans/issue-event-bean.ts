import { issueTypeBean } from './option-beans';
import { jiraInstant } from './instant';
import { projectBean } from './project-bean';
import { statusBean } from './status-bean';
import { known, projectOf, statusOf } from '../site/find';
import type { Site } from '../site/site';
import type { Issue } from '../model';

/** An issue in an event's payload: the few fields that Forge's events reference lists, people by account id alone. */
export function issueEventBean(site: Site, issue: Issue): Record<string, unknown> {
  const person = (accountId: string | null) => (accountId === null ? null : { accountId });
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.summary,
      issuetype: issueTypeBean(site, known(site.issueTypes, issue.issueTypeId, 'issue type')),
      creator: person(issue.creator),
      created: jiraInstant(issue.created),
      project: projectBean(site, projectOf(site, issue)),
      reporter: person(issue.reporter),
      assignee: person(issue.assignee),
      updated: jiraInstant(issue.updated),
      status: statusBean(site, statusOf(site, issue)),
    },
  };
}
