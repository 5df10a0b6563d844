import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const answerSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

/** Whether the person at the screen may edit an issue; one that the person may not see is no. GET /rest/api/3/mypermissions */
export async function viewerMayEdit(issueId: string): Promise<JiraOutcome<boolean>> {
  const path = route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=EDIT_ISSUES`;
  const answer = await askJira({ as: 'viewer', method: 'GET', path }, answerSchema);
  if (answer.kind === 'gone' || answer.kind === 'refused') return ok(false);
  return answer.kind === 'ok' ? ok(answer.value.permissions['EDIT_ISSUES']?.havePermission === true) : answer;
}

/** Whether the person at the screen may edit issues of a project at all. GET /rest/api/3/mypermissions */
export async function viewerMayEditIn(projectId: string): Promise<JiraOutcome<boolean>> {
  const path = route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=EDIT_ISSUES`;
  const answer = await askJira({ as: 'viewer', method: 'GET', path }, answerSchema);
  if (answer.kind === 'gone' || answer.kind === 'refused') return ok(false);
  return answer.kind === 'ok' ? ok(answer.value.permissions['EDIT_ISSUES']?.havePermission === true) : answer;
}
