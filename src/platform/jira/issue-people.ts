import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const person = z.object({ accountId: z.string() });
const issueSchema = z.object({
  fields: z.object({
    project: z.object({ id: z.string() }),
    assignee: person.nullish(),
    components: z.array(z.object({ id: z.string() })).default([]),
  }),
});
const leadSchema = z.object({ lead: person.nullish() });

/** Who has to do with an issue. */
export interface IssuePeople {
  readonly projectId: string;
  readonly assignee: string | null;
  /** The lead of the first of its components that has one; else the project's lead. */
  readonly owner: string | null;
}

/** Two points, and one for each component that has no lead: GET issue, component/{id}, project/{id}. */
export async function readIssuePeople(issueId: string): Promise<JiraOutcome<IssuePeople>> {
  const path = route`/rest/api/3/issue/${issueId}?fields=project,assignee,components`;
  const issue = await askJira({ as: 'app', method: 'GET', path }, issueSchema);
  if (issue.kind !== 'ok') return issue;
  const { project, assignee, components } = issue.value.fields;
  const found = { projectId: project.id, assignee: assignee?.accountId ?? null };
  for (const { id } of components) {
    const component = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/component/${id}` }, leadSchema);
    if (component.kind === 'ok' && component.value.lead != null) return ok({ ...found, owner: component.value.lead.accountId });
    if (component.kind === 'busy' || component.kind === 'failed') return component;
  }
  const whole = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/project/${project.id}` }, leadSchema);
  return whole.kind === 'ok' ? ok({ ...found, owner: whole.value.lead?.accountId ?? null }) : whole;
}

/** Account ids of those who watch an issue: GET /rest/api/3/issue/{id}/watchers */
export async function readWatchers(issueId: string): Promise<JiraOutcome<string[]>> {
  const path = route`/rest/api/3/issue/${issueId}/watchers`;
  const answer = await askJira({ as: 'app', method: 'GET', path }, z.object({ watchers: z.array(person).default([]) }));
  return answer.kind === 'ok' ? ok(answer.value.watchers.map(({ accountId }) => accountId)) : answer;
}

const actorsSchema = z.object({
  actors: z.array(z.object({ actorUser: person.optional(), actorGroup: z.object({ name: z.string() }).optional() })).default([]),
});

/** Account ids of the members of a project role, those of its groups too; none where the project has no such role. */
export async function readRoleMembers(projectId: string, roleName: string): Promise<JiraOutcome<string[]>> {
  const roles = await askJira(
    { as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}/role` },
    z.record(z.string(), z.string()),
  );
  if (roles.kind !== 'ok') return roles;
  const wanted = roleName.trim().toLowerCase();
  const address = Object.entries(roles.value).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const roleId = /\/(\d+)$/.exec(address ?? '')?.[1];
  if (roleId === undefined) return ok([]);
  return membersOfRole(projectId, roleId);
}

/** The same for a role by its id: GET /rest/api/3/project/{id}/role/{id} */
export async function membersOfRole(projectId: string, roleId: string): Promise<JiraOutcome<string[]>> {
  const path = route`/rest/api/3/project/${projectId}/role/${roleId}`;
  const role = await askJira({ as: 'app', method: 'GET', path }, actorsSchema);
  if (role.kind !== 'ok') return role;
  const members = role.value.actors.flatMap(({ actorUser }) => actorUser?.accountId ?? []);
  for (const { actorGroup } of role.value.actors) {
    const group = actorGroup === undefined ? ok([]) : await readGroupMembers(actorGroup.name);
    if (group.kind !== 'ok') return group;
    members.push(...group.value);
  }
  return ok(members);
}

/** More members than that are not told one by one. */
const mostMembers = 50;

/** Account ids of the active members of a group, 50 at most; none where there is no such group. GET /rest/api/3/group/member */
export async function readGroupMembers(groupName: string): Promise<JiraOutcome<string[]>> {
  const path = route`/rest/api/3/group/member?groupname=${groupName}&maxResults=${mostMembers}`;
  const answer = await askJira({ as: 'app', method: 'GET', path }, z.object({ values: z.array(person) }));
  if (answer.kind === 'gone') return ok([]);
  return answer.kind === 'ok' ? ok(answer.value.values.map(({ accountId }) => accountId)) : answer;
}

const grantsSchema = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()).default([]) })).default([]),
});

/** Whether a person may see an issue, its security level included: POST /rest/api/3/permissions/check */
export async function maySeeIssue(accountId: string, issueId: string): Promise<JiraOutcome<boolean>> {
  const asked = { permissions: ['BROWSE_PROJECTS'], issues: [Number(issueId)], projects: [] };
  const body = { accountId, projectPermissions: [asked] };
  const answer = await askJira({ as: 'app', method: 'POST', path: route`/rest/api/3/permissions/check`, body }, grantsSchema);
  if (answer.kind !== 'ok') return answer;
  return ok(answer.value.projectPermissions.some(({ issues }) => issues.includes(Number(issueId))));
}
