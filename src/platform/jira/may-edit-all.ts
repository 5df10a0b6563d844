import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const answerSchema = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()).default([]) })).default([]),
});

/** Which of these issues the person at the screen may edit, in one request: POST /rest/api/3/permissions/check. @param issueIds a few hundred at most */
export async function viewerMayEditOf(issueIds: readonly string[]): Promise<JiraOutcome<Set<string>>> {
  const body = { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: issueIds.map(Number) }] };
  const answer = await askJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/permissions/check`, body }, answerSchema);
  if (answer.kind === 'refused' || answer.kind === 'gone') return ok(new Set());
  if (answer.kind !== 'ok') return answer;
  return ok(new Set(answer.value.projectPermissions.flatMap(({ issues }) => issues.map(String))));
}
