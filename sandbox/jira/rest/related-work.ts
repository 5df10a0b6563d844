import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { demand, projectOfFor, versionFor } from './find-for-call';
import { badRequest, notFound } from './refusal';
import { param, readBody } from './read-request';
import { created, noContent, ok } from './route';
import type { Answer, Call, Route } from './route';
import type { RelatedWork, Version } from '../model';

const PATH = '/rest/api/3/version/{id}/relatedwork';

/** The links on a version's release page. Needs Resolve issues and Edit issues in the project, as the operations say. */
export const relatedWork: readonly Route[] = [
  { method: 'GET', path: PATH, handle: (call) => ok(versionFor(call).relatedWork.map(bean)) },
  { method: 'POST', path: PATH, handle: create },
  { method: 'PUT', path: PATH, handle: edit },
  { method: 'DELETE', path: '/rest/api/3/version/{versionId}/relatedwork/{relatedWorkId}', handle: remove },
];

const body = z.strictObject({
  category: z.string().min(1),
  title: z.string().optional(),
  url: z.url('must be a URL').optional(),
  relatedWorkId: z.string().optional(),
});

function bean(work: RelatedWork): Record<string, unknown> {
  const { issueId, ...rest } = work;
  return issueId === undefined ? rest : { ...rest, issueId: Number(issueId) };
}

function editable(call: Call, id: string): Version {
  const version = versionFor(call, id);
  const project = projectOfFor(call, version);
  demand(call, 'EDIT_ISSUES', project);
  demand(call, 'RESOLVE_ISSUES', project);
  return version;
}

function create(call: Call): Answer {
  const version = editable(call, param(call, 'id'));
  const { category, title, url } = readBody(call, body);
  const work: RelatedWork = { relatedWorkId: randomUUID(), category, title: title ?? '', url: url ?? '' };
  if (work.url === '') {
    throw badRequest('The URL of generic related work must be given.');
  }
  put(call, version, [...version.relatedWork, work]);
  return created(bean(work));
}

function edit(call: Call): Answer {
  const version = editable(call, param(call, 'id'));
  const { relatedWorkId, category, title, url } = readBody(call, body);
  const known = version.relatedWork.find((work) => work.relatedWorkId === relatedWorkId);
  if (known === undefined) {
    throw notFound(`The related work '${relatedWorkId ?? ''}' does not exist on this version.`);
  }
  const changed: RelatedWork = { ...known, category, title: title ?? known.title, url: url ?? known.url };
  put(
    call,
    version,
    version.relatedWork.map((work) => (work === known ? changed : work)),
  );
  return ok(bean(changed));
}

function remove(call: Call): Answer {
  const version = editable(call, param(call, 'versionId'));
  const id = param(call, 'relatedWorkId');
  if (!version.relatedWork.some((work) => work.relatedWorkId === id)) {
    throw notFound(`The related work '${id}' does not exist on this version.`);
  }
  put(
    call,
    version,
    version.relatedWork.filter((work) => work.relatedWorkId !== id),
  );
  return noContent;
}

/** No product event speaks of related work. */
function put(call: Call, version: Version, works: RelatedWork[]): void {
  call.site.versions.set(version.id, { ...version, relatedWork: works });
}
