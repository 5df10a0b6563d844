import { z } from 'zod';
import { issueLinkTypeBean } from '../beans/issue-link-bean';
import { param, readBody } from './read-request';
import { notFound } from './refusal';
import { ok } from './route';
import type { Answer, Call, Route } from './route';

const body = z.looseObject({ name: z.string().optional(), inward: z.string().optional(), outward: z.string().optional() });

/** Link types as admins rename them; links of a type have its new words at once. */
export const linkTypes: readonly Route[] = [
  { method: 'PUT', path: '/rest/api/3/issueLinkType/{issueLinkTypeId}', handle: rename },
];

/** Jira says of a type that one may not change that it is not there. */
function rename(call: Call): Answer {
  const type = call.site.issueLinkTypes.get(param(call, 'issueLinkTypeId'));
  if (type === undefined || !call.viewer.administers) throw notFound('Issue link type does not exist.');
  const { name = type.name, inward = type.inward, outward = type.outward } = readBody(call, body);
  const renamed = { ...type, name, inward, outward };
  call.site.issueLinkTypes.set(type.id, renamed);
  return ok(issueLinkTypeBean(call.site, renamed));
}
