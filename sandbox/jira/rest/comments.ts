import { z } from 'zod';
import { commentBean } from '../beans/comment-bean';
import { emitCommentDeleted, emitCommented } from '../changes/issue-events';
import { rememberEarlier } from '../changes/earlier-states';
import { plainText } from '../changes/plain-text';
import { known } from '../site/find';
import { keepMail } from '../site/mail';
import { mentionedIn } from './mentions';
import { demand, issueFor, projectOfFor } from './find-for-call';
import { document, FieldProblem } from './form-values';
import { badRequest, fieldErrors, notFound } from './refusal';
import { param, queryNumber, readBody } from './read-request';
import { created, noContent, ok } from './route';
import type { Answer, Call, Route } from './route';
import type { IssueForm } from './issue-form';
import type { Comment, Issue } from '../model';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/comment';

export const comments: readonly Route[] = [
  { method: 'GET', path: PATH, handle: (call) => ok(list(call)) },
  { method: 'POST', path: PATH, handle: add },
  {
    method: 'GET',
    path: `${PATH}/{id}`,
    handle: (call) => {
      const issue = issueFor(call);
      return ok(commentBean(call.site, issue, commentFor(call, issue)));
    },
  },
  { method: 'PUT', path: `${PATH}/{id}`, handle: edit },
  { method: 'DELETE', path: `${PATH}/{id}`, handle: remove },
];

/** Comments that a form of an issue adds by `update.comment[].add`. @throws Refusal 400 */
export function readComments(form: IssueForm): unknown[] {
  return (form.update?.['comment'] ?? []).map((operation) => {
    const parsed = z.object({ add: z.object({ body: z.unknown() }) }).safeParse(operation);
    if (!parsed.success) throw fieldErrors({ comment: "The sandbox's form takes comments by 'add' alone." });
    return commentBody(parsed.data.add.body);
  });
}

export function addComments(call: Call, issueId: string, bodies: readonly unknown[]): void {
  for (const body of bodies) {
    addComment(call, known(call.site.issues, issueId, 'issue'), body);
  }
}

function list(call: Call): Record<string, unknown> {
  const issue = issueFor(call);
  const startAt = queryNumber(call, 'startAt', 0);
  const maxResults = queryNumber(call, 'maxResults', 100);
  const ordered = call.query.get('orderBy') === '-created' ? [...issue.comments].reverse() : issue.comments;
  const shown = ordered.slice(startAt, startAt + maxResults).map((comment) => commentBean(call.site, issue, comment));
  return { startAt, maxResults, total: issue.comments.length, comments: shown };
}

function add(call: Call): Answer {
  const issue = issueFor(call);
  demand(call, 'ADD_COMMENTS', projectOfFor(call, issue), 400, 'You do not have the permission to comment on this issue.');
  const { body, properties } = readBody(call, z.strictObject({ body: z.unknown(), properties: commentProperties }));
  const comment = addComment(call, issue, commentBody(body), properties);
  return created(commentBean(call.site, issue, comment));
}

const commentProperties = z.array(z.object({ key: z.string(), value: z.unknown() })).optional();

function addComment(call: Call, issue: Issue, body: unknown, properties?: Comment['properties']): Comment {
  const now = call.site.now();
  const comment: Comment = {
    id: call.site.nextId('comment'),
    author: call.author.accountId ?? '',
    created: now,
    updated: now,
    body,
    ...(properties === undefined ? {} : { properties }),
  };
  const after = put(call, issue, [...issue.comments, comment]);
  emitCommented(call.site, after, comment, call.author);
  mailMentioned(call, after, body);
  return comment;
}

/** Jira tells by e-mail whom a comment mentions. */
function mailMentioned({ site, viewer }: Call, issue: Issue, body: unknown): void {
  const author = site.users.get(viewer.accountId ?? '')?.displayName ?? 'Somebody';
  const subject = `${author} mentioned you on ${issue.key}`;
  keepMail(site, issue, mentionedIn(body), { subject, textBody: plainText(body) });
}

function edit(call: Call): Answer {
  const issue = issueFor(call);
  const comment = ownComment(call, issue, 'EDIT_ALL_COMMENTS');
  const { body } = readBody(call, z.strictObject({ body: z.unknown() }));
  const changed: Comment = { ...comment, body: commentBody(body), updated: call.site.now() };
  const after = put(
    call,
    issue,
    issue.comments.map((other) => (other === comment ? changed : other)),
  );
  emitCommented(call.site, after, changed, call.author);
  return ok(commentBean(call.site, after, changed));
}

function remove(call: Call): Answer {
  const issue = issueFor(call);
  const comment = ownComment(call, issue, 'DELETE_ALL_COMMENTS');
  const after = put(
    call,
    issue,
    issue.comments.filter((other) => other !== comment),
  );
  emitCommentDeleted(call.site, after, comment, call.author);
  return noContent;
}

function commentFor(call: Call, issue: Issue): Comment {
  const comment = issue.comments.find((candidate) => candidate.id === param(call, 'id'));
  if (comment === undefined) {
    throw notFound(`Can not find a comment for the id: ${param(call, 'id')}.`);
  }
  return comment;
}

/** One's own comments always, those of others with the permission. */
function ownComment(call: Call, issue: Issue, permission: string): Comment {
  const comment = commentFor(call, issue);
  if (comment.author !== call.author.accountId) {
    demand(call, permission, projectOfFor(call, issue), 400, 'You do not have permission to change this comment.');
  }
  return comment;
}

function commentBody(body: unknown): unknown {
  try {
    const checked = document(body ?? null);
    if (checked === null) throw badRequest('Comment body can not be empty!');
    return checked;
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem;
    throw fieldErrors({ comment: 'Comment body is not valid!' });
  }
}

/** A comment changes `updated`, but the history does not tell of it. */
function put(call: Call, issue: Issue, all: Comment[]): Issue {
  const after = { ...issue, comments: all, updated: call.site.now() };
  rememberEarlier(call.site, issue.id, issue);
  call.site.issues.set(issue.id, after);
  return after;
}
