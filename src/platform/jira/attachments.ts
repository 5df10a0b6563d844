import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

/**
 * Attaches a text to an issue: POST /rest/api/3/issue/{id}/attachments.
 * @param boundary a text that does not occur in the content
 */
export function attachText(
  issueId: string,
  { name, content, boundary }: { readonly name: string; readonly content: string; readonly boundary: string },
): Promise<JiraOutcome<null>> {
  const file = name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100);
  const text = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${file}"`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const form = { contentType: `multipart/form-data; boundary=${boundary}`, text };
  return tellJira({ as: 'app', method: 'POST', path: route`/rest/api/3/issue/${issueId}/attachments`, form });
}
