import { z } from 'zod';
import { commentBean } from '../beans/comment-bean';
import { expansions, readBody } from './read-request';
import { ok } from './route';
import type { Answer, Call, Route } from './route';

export const commentList: readonly Route[] = [{ method: 'POST', path: '/rest/api/3/comment/list', handle: byId }];

const body = z.strictObject({ ids: z.array(z.number().int()).max(1000) });

/** Comments of any issue that the caller sees; others are left out. */
function byId(call: Call): Answer {
  const ids = new Set(readBody(call, body).ids.map(String));
  const withProperties = expansions(call, ['renderedBody']).has('properties');
  const values = [...call.site.issues.values()]
    .filter((issue) => issue.comments.some(({ id }) => ids.has(id)) && call.viewer.sees(issue))
    .flatMap((issue) =>
      issue.comments
        .filter(({ id }) => ids.has(id))
        .map((comment) => ({
          ...commentBean(call.site, issue, comment),
          ...(withProperties ? { properties: comment.properties ?? [] } : {}),
        })),
    );
  return ok({ startAt: 0, maxResults: 1_048_576, total: values.length, isLast: true, values });
}
