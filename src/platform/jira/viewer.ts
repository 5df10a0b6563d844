import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const permissionsSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const levelsSchema = z.object({ levels: z.array(z.object({ id: z.string() })) });

/** Whether the person at the screen administers Jira. */
export async function viewerIsAdmin(): Promise<JiraOutcome<boolean>> {
  const path = route`/rest/api/3/mypermissions?permissions=ADMINISTER`;
  const answer = await askJira({ as: 'viewer', method: 'GET', path }, permissionsSchema);
  if (answer.kind === 'refused') return ok(false);
  return answer.kind === 'ok' ? ok(answer.value.permissions['ADMINISTER']?.havePermission === true) : answer;
}

/** Whether the person administers the project. */
export async function viewerAdministers(projectId: string): Promise<JiraOutcome<boolean>> {
  const path = route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=ADMINISTER_PROJECTS`;
  const answer = await askJira({ as: 'viewer', method: 'GET', path }, permissionsSchema);
  if (answer.kind === 'refused' || answer.kind === 'gone') return ok(false);
  return answer.kind === 'ok' ? ok(answer.value.permissions['ADMINISTER_PROJECTS']?.havePermission === true) : answer;
}

/** Ids of the security levels whose issues the person may see in the project: GET /rest/api/3/project/{id}/securitylevel. */
export async function viewerSecurityLevels(projectId: string): Promise<JiraOutcome<string[]>> {
  const answer = await askJira(
    { as: 'viewer', method: 'GET', path: route`/rest/api/3/project/${projectId}/securitylevel` },
    levelsSchema,
  );
  if (answer.kind === 'gone' || answer.kind === 'refused') return ok([]);
  return answer.kind === 'ok' ? ok(answer.value.levels.map((level) => level.id)) : answer;
}
