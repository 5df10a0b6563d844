import { jiraInstant } from './instant';
import { userBeanOf } from './user-bean';
import type { Site } from '../site/site';
import type { Comment, Issue } from '../model';

export function commentBean(site: Site, issue: Issue, comment: Comment): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/issue/${issue.id}/comment/${comment.id}`),
    id: comment.id,
    author: userBeanOf(site, comment.author),
    body: comment.body,
    updateAuthor: userBeanOf(site, comment.author),
    created: jiraInstant(comment.created),
    updated: jiraInstant(comment.updated),
    jsdPublic: true,
  };
}
