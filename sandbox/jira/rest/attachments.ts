import { z } from 'zod';
import { attachmentBean } from '../beans/attachment-bean';
import { noteOnIssue } from '../changes/change-issue';
import { demand, issueFor, projectOfFor } from './find-for-call';
import { notFound, Refusal } from './refusal';
import { param } from './read-request';
import { ok } from './route';
import type { Answer, Call, Route } from './route';
import type { Attachment } from '../model';

const formBody = z.object({
  files: z.array(z.object({ filename: z.string(), mimeType: z.string(), content: z.string() })).min(1),
});
/** Jira's own default: an administrator may set another. */
const largestBytes = 10 * 1024 * 1024;

/**
 * Attachments as texts. Atlassian's reference, "Issue attachments": the header X-Atlassian-Token must say no-check, a file that is too
 * large is answered with 413.
 */
export const attachments: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/{issueIdOrKey}/attachments', handle: add },
  { method: 'GET', path: '/rest/api/3/attachment/{id}', handle: (call) => ok(attachmentBean(call.site, find(call))) },
  { method: 'GET', path: '/rest/api/3/attachment/content/{id}', handle: (call) => ok(find(call).content) },
];

function add(call: Call): Answer {
  const issue = issueFor(call);
  demand(
    call,
    'CREATE_ATTACHMENTS',
    projectOfFor(call, issue),
    403,
    'You do not have permission to create attachments for this issue.',
  );
  const form = formBody.safeParse(call.body);
  if (!form.success || call.headers['x-atlassian-token'] !== 'no-check') throw new Refusal(403, ['XSRF check failed']);
  const { site, author } = call;
  if (form.data.files.some(({ content }) => Buffer.byteLength(content) > largestBytes))
    throw new Refusal(413, ['The attachment is too large.']);
  const added = form.data.files.map((file): Attachment => {
    const created = site.now();
    return { ...file, id: site.nextId('attachment'), author: author.accountId ?? '', created };
  });
  site.attachments.set(issue.id, [...(site.attachments.get(issue.id) ?? []), ...added]);
  for (const { id, filename } of added) {
    const item = { field: 'Attachment', fieldtype: 'jira' as const, fieldId: 'attachment', from: null, fromString: null };
    noteOnIssue(site, issue.id, [{ ...item, to: id, toString: filename }], author);
  }
  return ok(added.map((attachment) => attachmentBean(site, attachment)));
}

function find(call: Call): Attachment {
  const id = param(call, 'id');
  for (const [issueId, list] of call.site.attachments) {
    const found = list.find((attachment) => attachment.id === id);
    const issue = call.site.issues.get(issueId);
    if (found !== undefined && issue !== undefined && call.viewer.sees(issue)) return found;
  }
  throw notFound(`The attachment with id '${id}' does not exist`);
}
