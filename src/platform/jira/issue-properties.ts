import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** @param value at most 32,768 characters of JSON. PUT /rest/api/3/issue/{id}/properties/{key} */
export function writeIssueProperty(issueId: string, key: string, value: object): Promise<JiraOutcome<null>> {
  return tellJira({ as: 'app', method: 'PUT', path: route`/rest/api/3/issue/${issueId}/properties/${key}`, body: value });
}

/** Adds a label beside the others; one that is there stays. PUT /rest/api/3/issue/{id} */
export function addLabel(issueId: string, label: string): Promise<JiraOutcome<null>> {
  return changeLabels(issueId, { add: label });
}

/** Takes a label away; one that is not there changes nothing. */
export function removeLabel(issueId: string, label: string): Promise<JiraOutcome<null>> {
  return changeLabels(issueId, { remove: label });
}

function changeLabels(
  issueId: string,
  change: { readonly add: string } | { readonly remove: string },
): Promise<JiraOutcome<null>> {
  const body = { update: { labels: [change] } };
  return tellJira({ as: 'app', method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}
