import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import type { JiraOutcome } from './outcome';
import { askJira } from './request';

const linksSchema = z.record(z.string(), z.string());
const roleSchema = z.object({
  actors: z
    .array(
      z.object({
        actorUser: z.object({ accountId: z.string() }).optional(),
        actorGroup: z.object({ name: z.string().nullish(), groupId: z.string().nullish() }).optional(),
      }),
    )
    .default([]),
});
const groupSchema = z.object({ name: z.string(), groupId: z.string().nullish() });
const ownGroupsSchema = z.object({ groups: z.object({ items: z.array(groupSchema).default([]) }) });

/** Names of the roles of a project: GET /rest/api/3/project/{id}/role. A project that the app may not know has none. */
export async function roleNames(projectId: string): Promise<JiraOutcome<string[]>> {
  const roles = await readLinks(projectId);
  return roles.kind === 'ok' ? ok(Object.keys(roles.value)) : roles;
}

function readLinks(projectId: string): Promise<JiraOutcome<Record<string, string>>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}/role` }, linksSchema);
}

/**
 * Whether the person who acts is in a role of a project at this moment, by name or through a group; null where the project has no such
 * role. Up to three requests: the project's roles, who is in this one, and, where groups are, the person's own
 * (docs/platform.md P.2).
 */
export async function viewerInRole(projectId: string, accountId: string, role: string): Promise<JiraOutcome<boolean | null>> {
  const links = await readLinks(projectId);
  if (links.kind !== 'ok') return links;
  const wanted = role.trim().toLowerCase();
  const address = Object.entries(links.value).find(([name]) => name.trim().toLowerCase() === wanted)?.[1];
  const roleId = /\/(\d+)$/.exec(address ?? '')?.[1];
  if (roleId === undefined) return ok(null);
  const found = await askJira(
    { as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}/role/${roleId}` },
    roleSchema,
  );
  if (found.kind !== 'ok') return found;
  const { actors } = found.value;
  if (actors.some(({ actorUser }) => actorUser?.accountId === accountId)) return ok(true);
  const groups = actors.flatMap(({ actorGroup }) => (actorGroup === undefined ? [] : [actorGroup]));
  if (groups.length === 0) return ok(false);
  const person = await askJira({ as: 'viewer', method: 'GET', path: route`/rest/api/3/myself?expand=groups` }, ownGroupsSchema);
  if (person.kind !== 'ok') return person;
  const isOwn = ({ name, groupId }: z.output<typeof groupSchema>) =>
    groups.some((group) => (group.groupId == null ? group.name === name : group.groupId === groupId));
  return ok(person.value.groups.items.some(isOwn));
}
