import { z } from 'zod';
import { addIssueLink, deleteIssueLink } from '../changes/change-issue';
import { issueLinkTypeBean, linkedIssueBean } from '../beans/issue-link-bean';
import { known } from '../site/find';
import { addComments } from './comments';
import { demand, issueFor, projectOfFor } from './find-for-call';
import { notFound } from './refusal';
import { param, readBody } from './read-request';
import { noContent, ok } from './route';
import type { Answer, Call, Route } from './route';
import type { IssueLink } from '../model';

const ONE = '/rest/api/3/issueLink/{linkId}';

export const issueLinks: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issueLink', handle: create },
  { method: 'GET', path: ONE, handle: read },
  { method: 'DELETE', path: ONE, handle: remove },
];

const issueReference = z.looseObject({ id: z.string().optional(), key: z.string().optional() });
const body = z.strictObject({
  type: z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: issueReference,
  outwardIssue: issueReference,
  comment: z.looseObject({ body: z.unknown() }).optional(),
});

/** `inwardIssue` is the end that the link goes out from: with Blocks, the issue that blocks. */
function create(call: Call): Answer {
  const { type: asked, inwardIssue, outwardIssue, comment } = readBody(call, body);
  const types = [...call.site.issueLinkTypes.values()];
  const type = types.find((candidate) => (asked.id === undefined ? candidate.name === asked.name : candidate.id === asked.id));
  if (type === undefined) {
    throw notFound(`No issue link type with name '${asked.name ?? asked.id ?? ''}' found.`);
  }
  const inward = issueFor(call, inwardIssue.id ?? inwardIssue.key ?? '');
  const outward = issueFor(call, outwardIssue.id ?? outwardIssue.key ?? '');
  demand(call, 'LINK_ISSUES', projectOfFor(call, inward), 401, 'No Link Issue Permission for issue.');
  const twin = [...call.site.issueLinks.values()].some(
    (link) => link.typeId === type.id && link.inwardIssueId === inward.id && link.outwardIssueId === outward.id,
  );
  if (!twin) {
    const link = { id: call.site.nextId('issueLink'), typeId: type.id, inwardIssueId: inward.id, outwardIssueId: outward.id };
    addIssueLink(call.site, link, call.author);
  }
  addComments(call, inward.id, comment === undefined ? [] : [comment.body]);
  return { status: 201 };
}

function linkFor(call: Call): IssueLink {
  const link = call.site.issueLinks.get(param(call, 'linkId'));
  if (link === undefined) {
    throw notFound(`No issue link with id '${param(call, 'linkId')}' exists.`);
  }
  issueFor(call, link.inwardIssueId);
  issueFor(call, link.outwardIssueId);
  return link;
}

function read(call: Call): Answer {
  const link = linkFor(call);
  const end = (id: string) => linkedIssueBean(call.site, known(call.site.issues, id, 'issue'));
  return ok({
    id: link.id,
    self: call.site.url(`/rest/api/3/issueLink/${link.id}`),
    type: issueLinkTypeBean(call.site, known(call.site.issueLinkTypes, link.typeId, 'issue link type')),
    inwardIssue: end(link.inwardIssueId),
    outwardIssue: end(link.outwardIssueId),
  });
}

function remove(call: Call): Answer {
  const link = linkFor(call);
  demand(call, 'LINK_ISSUES', projectOfFor(call, issueFor(call, link.inwardIssueId)), 401, 'No Link Issue Permission for issue.');
  deleteIssueLink(call.site, link, call.author);
  return noContent;
}
