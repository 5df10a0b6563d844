import { Refusal } from './refusal';

const PAGE = ['startAt', 'maxResults'];
const ISSUE_VIEW = ['fields', 'fieldsByKeys', 'expand', 'properties', 'failFast', 'updateHistory'];
const R = '/rest/api/3';

/**
 * Query parameters that the sandbox honours, or may pass over without telling a lie (whether to notify people, to keep a list
 * of recently viewed issues). Any other one is answered by 501: a parameter that is quietly ignored would look honoured.
 */
const MODELLED: Readonly<Record<string, readonly string[]>> = {
  [`GET ${R}/myself`]: ['expand'],
  [`GET ${R}/user`]: ['accountId', 'expand'],
  [`GET ${R}/users/search`]: PAGE,
  [`GET ${R}/user/search`]: [...PAGE, 'query', 'accountId'],
  [`GET ${R}/user/assignable/search`]: [...PAGE, 'query', 'accountId', 'project', 'issueKey', 'issueId'],
  [`GET ${R}/user/bulk`]: [...PAGE, 'accountId'],
  [`GET ${R}/group/bulk`]: [...PAGE, 'groupId', 'groupName'],
  [`GET ${R}/group/member`]: [...PAGE, 'groupId', 'groupname', 'includeInactiveUsers'],
  [`GET ${R}/statuses`]: ['id'],
  [`GET ${R}/statuses/search`]: [...PAGE, 'searchString', 'statusCategory'],
  [`GET ${R}/issuetype/project`]: ['projectId'],
  [`GET ${R}/priority/search`]: PAGE,
  [`GET ${R}/resolution/search`]: PAGE,
  [`GET ${R}/label`]: PAGE,
  [`GET ${R}/field/search`]: [...PAGE, 'id', 'type', 'query'],
  [`GET ${R}/mypermissions`]: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
  [`GET ${R}/project/{projectKeyOrId}/permissionscheme`]: ['expand'],
  [`GET ${R}/permissionscheme/{schemeId}/permission`]: ['expand'],
  [`GET ${R}/project`]: ['expand'],
  [`GET ${R}/project/search`]: [...PAGE, 'id', 'keys', 'query', 'expand'],
  [`GET ${R}/project/{projectIdOrKey}`]: ['expand', 'properties'],
  [`DELETE ${R}/project/{projectIdOrKey}`]: ['enableUndo'],
  [`GET ${R}/project/{projectIdOrKey}/component`]: PAGE,
  [`GET ${R}/project/{projectIdOrKey}/versions`]: ['expand'],
  [`GET ${R}/project/{projectIdOrKey}/version`]: [...PAGE, 'status', 'query', 'orderBy', 'expand'],
  [`GET ${R}/version/{id}`]: ['expand'],
  [`DELETE ${R}/version/{id}`]: ['moveFixIssuesTo', 'moveAffectedIssuesTo'],
  [`POST ${R}/issue`]: ['updateHistory'],
  [`GET ${R}/issue/{issueIdOrKey}`]: ISSUE_VIEW,
  [`PUT ${R}/issue/{issueIdOrKey}`]: ['notifyUsers', 'returnIssue', 'expand', 'overrideScreenSecurity', 'overrideEditableFlag'],
  [`DELETE ${R}/issue/{issueIdOrKey}`]: ['deleteSubtasks'],
  [`GET ${R}/issue/{issueIdOrKey}/changelog`]: PAGE,
  [`GET ${R}/issue/{issueIdOrKey}/comment`]: [...PAGE, 'orderBy'],
  [`PUT ${R}/issue/{issueIdOrKey}/comment/{id}`]: ['notifyUsers'],
  [`POST ${R}/comment/list`]: ['expand'],
  [`DELETE ${R}/issue/{issueIdOrKey}/watchers`]: ['accountId'],
  [`GET ${R}/issue/{issueIdOrKey}/transitions`]: ['transitionId'],
  [`GET ${R}/issue/createmeta/{projectIdOrKey}/issuetypes`]: PAGE,
  [`GET ${R}/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}`]: PAGE,
  [`GET ${R}/search/jql`]: [...ISSUE_VIEW, 'jql', 'nextPageToken', 'maxResults', 'reconcileIssues'],
  [`PUT ${R}/app/field/{fieldIdOrKey}/value`]: ['generateChangelog', 'generateAppEvents'],
  [`POST ${R}/app/field/value`]: ['generateChangelog', 'generateAppEvents'],
  [`POST ${R}/expression/evaluate`]: ['expand'],
  [`POST ${R}/expression/analyse`]: ['check'],
  [`GET ${R}/workflows/capabilities`]: ['workflowId'],
  [`GET ${R}/workflow/{workflowId}/projectUsages`]: ['maxResults', 'nextPageToken'],
  [`GET ${R}/workflow/rule/config`]: [...PAGE, 'types', 'keys', 'workflowNames'],
};

/** @throws Refusal 501 for a parameter that this operation of the sandbox does not know */
export function demandModelledQuery(operation: string, query: URLSearchParams): void {
  const modelled = MODELLED[operation] ?? [];
  const unmodelled = [...new Set(query.keys())].filter((name) => !modelled.includes(name));
  if (unmodelled.length > 0) {
    throw new Refusal(501, [`The sandbox does not model ${operation} with ${unmodelled.join(', ')}`]);
  }
}
