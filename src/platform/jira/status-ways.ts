import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import type { JiraOutcome } from './outcome';
import { askJira } from './request';

/** Ways between statuses, by their ids; `any` for a transition that starts from every status. */
export interface StatusWays {
  readonly from: readonly string[] | 'any';
  readonly to: string;
}

const answerSchema = z.object({
  statuses: z.array(z.object({ statusReference: z.string(), id: z.string().nullish() })).default([]),
  workflows: z.array(
    z.object({
      transitions: z
        .array(
          z.object({
            type: z.string().nullish(),
            toStatusReference: z.string().nullish(),
            links: z.array(z.object({ fromStatusReference: z.string().nullish() })).nullish(),
          }),
        )
        .default([]),
    }),
  ),
});

/**
 * Which statuses lead to which in the workflows that work types of a project follow: POST /rest/api/3/workflows. One point, and one a
 * workflow. The transition that creates an issue leads from nowhere, and is left out.
 */
export async function readStatusWays(projectId: string, issueTypeIds: readonly string[]): Promise<JiraOutcome<StatusWays[]>> {
  const projectAndIssueTypes = issueTypeIds.map((issueTypeId) => ({ projectId, issueTypeId }));
  const call = { as: 'app', method: 'POST', path: route`/rest/api/3/workflows`, body: { projectAndIssueTypes } } as const;
  const answer = await askJira(call, answerSchema);
  if (answer.kind !== 'ok') return answer;
  const ids = new Map(answer.value.statuses.map(({ statusReference, id }) => [statusReference, id ?? statusReference]));
  const idOf = (reference: string | null | undefined) => (reference == null ? [] : [ids.get(reference) ?? reference]);
  return ok(
    answer.value.workflows.flatMap(({ transitions }) =>
      transitions.flatMap(({ type, toStatusReference, links }): StatusWays[] => {
        const [to] = idOf(toStatusReference);
        if (to === undefined || type === 'INITIAL') return [];
        return [{ to, from: type === 'GLOBAL' ? 'any' : (links ?? []).flatMap((link) => idOf(link.fromStatusReference)) }];
      }),
    ),
  );
}
