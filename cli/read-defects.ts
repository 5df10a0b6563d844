import { z } from 'zod';
import type { Defects } from './gate-answer';
import type { Jira } from './jira';

/** So many fit a build's log that somebody reads. */
const most = 50;

const named = z.object({ name: z.string() });
const pageSchema = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        summary: z.string().nullish(),
        status: named.nullish(),
        priority: named.nullish(),
        assignee: z.object({ displayName: z.string() }).nullish(),
        project: z.object({ id: z.string(), key: z.string() }).nullish(),
      }),
    }),
  ),
  isLast: z.boolean().optional(),
  nextPageToken: z.string().nullish(),
});
const countSchema = z.object({ count: z.number() });

/**
 * The defects that a published JQL lists, as far as the caller may see them; null where Jira does not say. Whoever administers the
 * project could write another JQL into the property, so that what belongs to other projects stays out of the build's log.
 */
export async function readDefects(
  jira: Jira,
  jql: string,
  project: { readonly key: string; readonly id: string | null },
): Promise<Defects | null> {
  const fields = 'summary,status,priority,assignee,project';
  const query = new URLSearchParams({ jql, fields, maxResults: String(most) });
  const page = await jira.get(`/rest/api/3/search/jql?${query.toString()}`, 'list of defects');
  if (page.kind !== 'ok') return null;
  const read = pageSchema.safeParse(page.body).data;
  if (read === undefined) return null;
  const shown = read.issues
    .filter(({ key, fields: { project: own } }) =>
      own == null ? key.startsWith(`${project.key.toUpperCase()}-`) : own.id === project.id || own.key === project.key,
    )
    .map(({ key, fields: { summary, status, priority, assignee } }) => ({
      key,
      summary: summary ?? '',
      status: status?.name ?? '',
      priority: priority?.name ?? null,
      assignee: assignee?.displayName ?? null,
    }));
  if (read.isLast === true || read.nextPageToken == null) return { shown, more: 0 };
  const counted = await jira.post('/rest/api/3/search/approximate-count', { jql }, 'number of defects');
  const count = counted.kind === 'ok' ? countSchema.safeParse(counted.body).data?.count : undefined;
  return { shown, more: count === undefined || count <= read.issues.length ? null : count - read.issues.length };
}
