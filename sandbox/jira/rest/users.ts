import { avatarUrls, userBean } from '../beans/user-bean';
import { groupId } from '../site/group-id';
import { rolesHolding } from '../site/permissions';
import { isMember } from '../site/project-roles';
import { callerFor, issueFor, projectFor, projectOfFor } from './find-for-call';
import { page } from './page';
import { badRequest, notFound } from './refusal';
import { queryFlag, queryList, queryNumber } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { Project, User } from '../model';

export const users: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/myself', handle: (call) => ok(ownBean(call, callerFor(call))) },
  { method: 'GET', path: '/rest/api/3/user', handle: (call) => ok(ownBean(call, userFor(call, call.query.get('accountId')))) },
  { method: 'GET', path: '/rest/api/3/users/search', handle: (call) => ok(paged(call, [...call.site.users.values()])) },
  {
    method: 'GET',
    path: '/rest/api/3/user/search',
    handle: (call) => ok(paged(call, matching(call, [...call.site.users.values()]))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    handle: (call) => ok(paged(call, matching(call, assignable(call)))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    handle: (call) => {
      const found = queryList(call, 'accountId').flatMap((id) => call.site.users.get(id) ?? []);
      return ok(page(call, '/rest/api/3/user/bulk', found, (user) => userBean(call.site, user), 10));
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/group/bulk',
    handle: (call) => {
      const names = [...call.site.groups].sort().map((name) => ({ name, groupId: groupId(name) }));
      const asked = [...queryList(call, 'groupId'), ...queryList(call, 'groupName')];
      const found = names.filter((group) => asked.length === 0 || asked.includes(group.groupId) || asked.includes(group.name));
      return ok(page(call, '/rest/api/3/group/bulk', found, (group) => group));
    },
  },
  { method: 'GET', path: '/rest/api/3/group/member', handle: (call) => ok(members(call)) },
];

function userFor(call: Call, accountId: string | null): User {
  if (accountId === null) {
    throw badRequest("The query parameter 'accountId' is required.");
  }
  const user = call.site.users.get(accountId);
  if (user === undefined) {
    throw notFound('Specified user does not exist or you do not have required permissions');
  }
  return user;
}

function ownBean(call: Call, user: User): Record<string, unknown> {
  const expand = queryList(call, 'expand');
  const groups = user.groups.map((name) => {
    const self = call.site.url(`/rest/api/3/group?groupId=${groupId(name)}`);
    return { name, groupId: groupId(name), self };
  });
  return {
    ...userBean(call.site, user),
    avatarUrls: avatarUrls(call.site, user.accountId),
    locale: 'en_GB',
    groups: { size: groups.length, items: expand.includes('groups') ? groups : [] },
    applicationRoles: { size: 1, items: [] },
    expand: 'groups,applicationRoles',
  };
}

function paged(call: Call, found: readonly User[]): unknown[] {
  const startAt = queryNumber(call, 'startAt', 0);
  const maxResults = queryNumber(call, 'maxResults', 50);
  return found.slice(startAt, startAt + maxResults).map((user) => userBean(call.site, user));
}

function matching(call: Call, all: readonly User[]): User[] {
  const query = (call.query.get('query') ?? '').toLowerCase();
  const accountId = call.query.get('accountId');
  return all.filter(
    (user) =>
      (accountId === null || user.accountId === accountId) &&
      (user.displayName.toLowerCase().includes(query) || user.emailAddress.toLowerCase().startsWith(query)),
  );
}

function assignable(call: Call): User[] {
  const issueKey = call.query.get('issueKey') ?? call.query.get('issueId');
  const project: Project =
    issueKey === null ? projectFor(call, call.query.get('project') ?? '') : projectOfFor(call, issueFor(call, issueKey));
  const roles = rolesHolding(project, 'ASSIGNABLE_USER');
  return [...call.site.users.values()].filter(
    (user) => user.active && user.accountType === 'atlassian' && roles.some((role) => isMember(project, role, user)),
  );
}

function members(call: Call): Record<string, unknown> {
  const asked = call.query.get('groupId') ?? call.query.get('groupname');
  const name = [...call.site.groups].find((group) => group === asked || groupId(group) === asked);
  if (name === undefined) {
    throw notFound(`The group with ID or name '${asked ?? ''}' does not exist.`);
  }
  const inactive = queryFlag(call, 'includeInactiveUsers', false);
  const found = [...call.site.users.values()].filter((user) => user.groups.includes(name) && (inactive || user.active));
  return page(call, '/rest/api/3/group/member', found, (user) => userBean(call.site, user));
}
