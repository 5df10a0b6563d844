import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { spend } from './points';
import { askJira, tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** Adds a fix version beside the others, as the person at the screen: PUT /rest/api/3/issue/{id} */
export function addFixVersion(issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  return add('viewer', issueId, versionId);
}

/** The same as the app, where nobody is at a screen. */
export function addFixVersionAsApp(issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  return add('app', issueId, versionId);
}

/** Plans an issue for another version instead of one, as the person at the screen; its other fix versions stay. */
export function moveFixVersion(issueId: string, from: string, to: string): Promise<JiraOutcome<null>> {
  const body = { update: { fixVersions: [{ remove: { id: from } }, { add: { id: to } }] } };
  return tellJira({ as: 'viewer', method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}

/** Takes a fix version away as the app, and puts another in its place where one is given. */
export function takeFixVersionAsApp(issueId: string, from: string, to: string | null): Promise<JiraOutcome<null>> {
  const body = { update: { fixVersions: [{ remove: { id: from } }, ...(to === null ? [] : [{ add: { id: to } }])] } };
  return tellJira({ as: 'app', method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}

const plannedSchema = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ fixVersions: z.array(z.object({ id: z.string() })) }) })),
});

/**
 * Which of these issues are planned for a version at this moment, as the person at the screen: POST /rest/api/3/issue/bulkfetch. Unlike a
 * search it does not lag behind what was just written. @param issueIds up to 100
 */
export async function plannedNow(issueIds: readonly string[], versionId: string): Promise<JiraOutcome<Set<string>>> {
  if (issueIds.length === 0) return ok(new Set());
  const body = { issueIdsOrKeys: issueIds, fields: ['fixVersions'] };
  const answer = await askJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/issue/bulkfetch`, body }, plannedSchema);
  if (answer.kind !== 'ok') return answer;
  spend(answer.value.issues.length);
  const planned = answer.value.issues.filter(({ fields }) => fields.fixVersions.some(({ id }) => id === versionId));
  return ok(new Set(planned.map(({ id }) => id)));
}

function add(as: 'viewer' | 'app', issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  const body = { update: { fixVersions: [{ add: { id: versionId } }] } };
  return tellJira({ as, method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}
