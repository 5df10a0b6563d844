import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { spend } from './points';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const named = z
  .array(z.object({ id: z.string(), name: z.string() }))
  .nullish()
  .transform((list) => list ?? []);
const schema = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      fields: z.looseObject({
        summary: z
          .string()
          .nullish()
          .transform((text) => text ?? ''),
        description: z.unknown().optional(),
        environment: z.unknown().optional(),
        components: named,
        versions: named,
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
      }),
    }),
  ),
});

/** An issue as the person at the screen may read it. */
export type ViewedIssue = z.output<typeof schema>['issues'][number];

const fields = ['summary', 'description', 'environment', 'components', 'versions', 'status'];

/** Up to 100 issues, read as the person at the screen; those that the person may not see are missing: POST /rest/api/3/issue/bulkfetch */
export async function issuesForViewer(
  ids: readonly string[],
  customFields: readonly string[] = [],
): Promise<JiraOutcome<ViewedIssue[]>> {
  if (ids.length === 0) return ok([]);
  const body = { issueIdsOrKeys: ids, fields: [...fields, ...customFields] };
  const answer = await askJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/issue/bulkfetch`, body }, schema);
  if (answer.kind !== 'ok') return answer;
  spend(answer.value.issues.length);
  return ok(answer.value.issues);
}
