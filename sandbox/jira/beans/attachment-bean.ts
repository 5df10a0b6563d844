import { jiraInstant } from './instant';
import { userBeanOf } from './user-bean';
import type { Site } from '../site/site';
import type { Attachment } from '../model';

export function attachmentBean(site: Site, attachment: Attachment): Record<string, unknown> {
  const { id, filename, author, created, mimeType, content } = attachment;
  return {
    self: site.url(`/rest/api/3/attachment/${id}`),
    id,
    filename,
    author: userBeanOf(site, author),
    created: jiraInstant(created),
    size: Buffer.byteLength(content),
    mimeType,
    content: site.url(`/rest/api/3/attachment/content/${id}`),
  };
}
