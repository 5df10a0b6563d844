import { z } from 'zod';
import { knownPermissions } from '../site/permission-catalogue';
import { permissionsOf } from '../site/permissions';
import { projectOf } from '../site/find';
import { issueFor, projectFor, projectOfFor } from './find-for-call';
import { badRequest, fieldErrors, forbidden } from './refusal';
import { queryList, readBody } from './read-request';
import { ok } from './route';
import type { Answer, Call, Route } from './route';
import type { KnownPermission } from '../site/permission-catalogue';
import type { Permissions } from '../site/permissions';
import type { Project } from '../model';

export const permissions: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/permissions', handle: (call) => ok(all(call)) },
  { method: 'POST', path: '/rest/api/3/permissions/check', handle: check },
  { method: 'GET', path: '/rest/api/3/mypermissions', handle: mine },
];

function all(call: Call): Record<string, unknown> {
  return { permissions: Object.fromEntries(knownPermissions(call.site).map((permission) => [permission.key, permission])) };
}

/** @throws Refusal 400 for a permission that the site does not know, as the OpenAPI of permissions/check shows it */
function demandKnown(call: Call, keys: readonly string[], type?: KnownPermission['type']): KnownPermission[] {
  const known = knownPermissions(call.site).filter((permission) => type === undefined || permission.type === type);
  const strange = keys.filter((key) => !known.some((permission) => permission.key === key));
  if (strange.length > 0) {
    throw fieldErrors(Object.fromEntries(strange.map((key) => [key, 'Unrecognized permission'])));
  }
  return keys.flatMap((key) => known.filter((permission) => permission.key === key));
}

const ids = z.array(z.number().int()).optional();
const body = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z.array(z.object({ permissions: z.array(z.string()), projects: ids, issues: ids })).optional(),
});

/** For oneself; for others only as an app or a Jira administrator. */
function check(call: Call): Answer {
  const asked = readBody(call, body);
  const others = asked.accountId !== undefined && asked.accountId !== call.viewer.accountId;
  if (others && call.actor.kind !== 'app' && !call.viewer.administers) {
    throw forbidden('Only Jira administrators can check the permissions of other users.');
  }
  demandKnown(call, asked.globalPermissions ?? [], 'GLOBAL');
  demandKnown(
    call,
    (asked.projectPermissions ?? []).flatMap((entry) => entry.permissions),
    'PROJECT',
  );
  const who = others ? permissionsOf(call.site, asked.accountId ?? null) : call.viewer;
  const projectPermissions = (asked.projectPermissions ?? []).flatMap((entry) =>
    entry.permissions.map((permission) => ({
      permission,
      projects: (entry.projects ?? []).filter((id) => grants(who, permission, call.site.projects.get(String(id)))),
      issues: (entry.issues ?? []).filter((id) => grantsOnIssue(call, who, permission, String(id))),
    })),
  );
  const globalPermissions = (asked.globalPermissions ?? []).filter((permission) => holdsGlobal(who, permission));
  return ok({ projectPermissions, globalPermissions });
}

function grants(who: Permissions, permission: string, project: Project | undefined): boolean {
  return project !== undefined && who.browses(project.id) && who.has(permission, project);
}

function grantsOnIssue(call: Call, who: Permissions, permission: string, issueId: string): boolean {
  const issue = call.site.issues.get(issueId);
  return issue !== undefined && who.sees(issue) && who.has(permission, projectOf(call.site, issue));
}

/** As on a new site. */
const everybodys = ['USER_PICKER', 'BULK_CHANGE'];

function holdsGlobal(who: Permissions, permission: string): boolean {
  return permission === 'ADMINISTER' ? who.administers : everybodys.includes(permission) && who.accountId !== null;
}

function mine(call: Call): Answer {
  const names = queryList(call, 'permissions');
  if (names.length === 0) {
    throw badRequest("The 'permissions' query parameter is required.");
  }
  const project = place(call);
  const everywhere = project === null ? [...call.site.projects.values()] : [project];
  const entries = demandKnown(call, names).map((permission, index) => {
    const { key, type } = permission;
    const havePermission =
      type === 'GLOBAL' ? holdsGlobal(call.viewer, key) : everywhere.some((one) => call.viewer.has(key, one));
    return [key, { id: String(index), ...permission, havePermission }] as const;
  });
  return ok({ permissions: Object.fromEntries(entries) });
}

function place(call: Call): Project | null {
  const issue = call.query.get('issueKey') ?? call.query.get('issueId');
  if (issue !== null) {
    return projectOfFor(call, issueFor(call, issue));
  }
  const project = call.query.get('projectKey') ?? call.query.get('projectId');
  return project === null ? null : projectFor(call, project);
}
