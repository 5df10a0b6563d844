import { route } from '@forge/api';
import { z } from 'zod';
import { askJira, tellJira } from './request';
import { ok } from './outcome';
import type { JiraOutcome } from './outcome';

const transitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  to: z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) }),
});

/** A move that an issue can make now. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  /** Id of the status that it leads to. */
  readonly toId: string;
  /** new, indeterminate or done */
  readonly category: string;
}

/** Moves that the app, or the person at the screen, may make with an issue: GET /rest/api/3/issue/{id}/transitions. */
export async function transitionsOf(issueId: string, as: 'app' | 'viewer' = 'app'): Promise<JiraOutcome<Transition[]>> {
  const schema = z.object({ transitions: z.array(transitionSchema) });
  const answer = await askJira({ as, method: 'GET', path: route`/rest/api/3/issue/${issueId}/transitions` }, schema);
  if (answer.kind !== 'ok') return answer;
  return ok(
    answer.value.transitions.map(({ id, name, to }) => ({
      ...{ id, name, to: to.name, toId: to.id, category: to.statusCategory.key },
    })),
  );
}

/** Moves an issue: POST /rest/api/3/issue/{id}/transitions. */
export function moveIssue(issueId: string, transitionId: string): Promise<JiraOutcome<null>> {
  const body = { transition: { id: transitionId } };
  return tellJira({ as: 'app', method: 'POST', path: route`/rest/api/3/issue/${issueId}/transitions`, body });
}

/**
 * Moves an issue as the person at the screen.
 * @param resolution name of what Jira is to write into the field *Resolution*; null leaves that to the workflow
 */
export function moveIssueAsViewer(issueId: string, transitionId: string, resolution: string | null): Promise<JiraOutcome<null>> {
  const fields = resolution === null ? {} : { fields: { resolution: { name: resolution } } };
  const body = { transition: { id: transitionId }, ...fields };
  return tellJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/issue/${issueId}/transitions`, body });
}
