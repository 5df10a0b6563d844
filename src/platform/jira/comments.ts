import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira, tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** By this property of a comment the app finds what it has written itself. */
const markerKey = 'holdpoint.message';

/**
 * Writes a comment that carries a marker, in one request: POST /rest/api/3/issue/{id}/comment
 * @param body an Atlassian document
 * @param marker names what the comment says; `hasComment` finds it again
 */
export function addComment(issueId: string, body: object, marker: string): Promise<JiraOutcome<null>> {
  return add('app', issueId, body, marker);
}

/** The same in the name of the person at the screen, where Jira lets that person comment. */
export function addCommentAsViewer(issueId: string, body: object, marker: string): Promise<JiraOutcome<null>> {
  return add('viewer', issueId, body, marker);
}

function add(as: 'app' | 'viewer', issueId: string, body: object, marker: string): Promise<JiraOutcome<null>> {
  const path = route`/rest/api/3/issue/${issueId}/comment`;
  return tellJira({ as, method: 'POST', path, body: { body, properties: [{ key: markerKey, value: { id: marker } }] } });
}

/** A comment is looked for among so many of the newest: it was written minutes ago. */
const looked = 100;
const idsSchema = z.object({ comments: z.array(z.object({ id: z.string() })) });
const markedSchema = z.object({
  values: z.array(z.object({ properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]) })),
});
const markerSchema = z.object({ id: z.string() });

/** Whether an issue has the comment with a marker: GET /rest/api/3/issue/{id}/comment, then POST /rest/api/3/comment/list */
export async function hasComment(issueId: string, marker: string): Promise<JiraOutcome<boolean>> {
  const newest = route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${looked}`;
  const comments = await askJira({ as: 'app', method: 'GET', path: newest }, idsSchema);
  if (comments.kind !== 'ok') return comments;
  const ids = comments.value.comments.map(({ id }) => Number(id));
  if (ids.length === 0) return ok(false);
  const list = route`/rest/api/3/comment/list?expand=properties`;
  const marked = await askJira({ as: 'app', method: 'POST', path: list, body: { ids } }, markedSchema);
  if (marked.kind !== 'ok') return marked;
  const markers = marked.value.values.flatMap(({ properties }) =>
    properties.flatMap(({ key, value }) => (key === markerKey ? markerSchema.safeParse(value).data?.id : undefined)),
  );
  return ok(markers.includes(marker));
}
