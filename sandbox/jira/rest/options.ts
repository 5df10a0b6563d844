import { z } from 'zod';
import { fieldCatalogue } from '../beans/field-catalogue';
import { issueLinkTypeBean } from '../beans/issue-link-bean';
import { issueTypeBean, priorityBean, resolutionBean } from '../beans/option-beans';
import { statusBean, statusCategoryBean } from '../beans/status-bean';
import { demandAdministrator, projectFor } from './find-for-call';
import { page } from './page';
import { badRequest, notFound } from './refusal';
import { param, queryList } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { Status, StatusCategoryKey } from '../model';

const CATEGORIES: readonly StatusCategoryKey[] = ['new', 'indeterminate', 'done'];
const STATUSES_API: Readonly<Record<StatusCategoryKey, string>> = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' };

/** Lists of what issues are made of. */
export const options: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/status',
    handle: ({ site }) => ok([...site.statuses.values()].map((status) => statusBean(site, status))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/status/{idOrName}',
    handle: (call) => {
      const asked = param(call, 'idOrName');
      const status =
        call.site.statuses.get(asked) ?? [...call.site.statuses.values()].find((candidate) => candidate.name === asked);
      if (status === undefined) {
        throw notFound(`The status '${asked}' does not exist.`);
      }
      return ok(statusBean(call.site, status));
    },
  },
  { method: 'GET', path: '/rest/api/3/statuses', handle: (call) => ok(statusesById(call)) },
  { method: 'GET', path: '/rest/api/3/statuses/search', handle: (call) => ok(statusSearch(call)) },
  {
    method: 'GET',
    path: '/rest/api/3/statuscategory',
    handle: ({ site }) => ok(CATEGORIES.map((key) => statusCategoryBean(site, key))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/issuetype',
    handle: ({ site }) => ok([...site.issueTypes.values()].map((type) => issueTypeBean(site, type))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    handle: (call) => {
      const project = projectFor(call, call.query.get('projectId') ?? '');
      return ok(
        project.issueTypeIds.flatMap((id) => call.site.issueTypes.get(id) ?? []).map((type) => issueTypeBean(call.site, type)),
      );
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/priority',
    handle: ({ site }) => ok([...site.priorities.values()].map((item) => priorityBean(site, item))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/priority/search',
    handle: (call) =>
      ok(page(call, '/rest/api/3/priority/search', [...call.site.priorities.values()], (item) => priorityBean(call.site, item))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/resolution',
    handle: ({ site }) => ok([...site.resolutions.values()].map((item) => resolutionBean(site, item))),
  },
  {
    method: 'GET',
    path: '/rest/api/3/resolution/search',
    handle: (call) => {
      const items = [...call.site.resolutions.values()];
      return ok(page(call, '/rest/api/3/resolution/search', items, (item) => resolutionBean(call.site, item)));
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/label',
    handle: (call) => {
      const labels = [...new Set([...call.site.issues.values()].flatMap((issue) => issue.labels))].sort();
      return ok(page(call, '/rest/api/3/label', labels, (label) => label, 1000));
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    handle: ({ site }) => ok({ issueLinkTypes: [...site.issueLinkTypes.values()].map((type) => issueLinkTypeBean(site, type)) }),
  },
  { method: 'GET', path: '/rest/api/3/field', handle: (call) => ok(fieldCatalogue(call.site).map(fieldBean)) },
  { method: 'GET', path: '/rest/api/3/field/search', handle: (call) => ok(fieldSearch(call)) },
];

function fieldBean(field: ReturnType<typeof fieldCatalogue>[number]): Record<string, unknown> {
  const { id, key, name, custom, orderable, clauseNames, schema } = field;
  return {
    id,
    key,
    name,
    custom,
    orderable,
    navigable: true,
    searchable: true,
    clauseNames,
    ...(schema === null ? {} : { schema }),
  };
}

function fieldSearch(call: Call): Record<string, unknown> {
  const ids = queryList(call, 'id');
  const types = z.array(z.enum(['custom', 'system'])).safeParse(queryList(call, 'type'));
  if (!types.success) {
    throw badRequest("The query parameter 'type' takes 'custom' and 'system'.");
  }
  const query = (call.query.get('query') ?? '').toLowerCase();
  const found = fieldCatalogue(call.site).filter(
    (field) =>
      field.schema !== null &&
      (ids.length === 0 || ids.includes(field.id)) &&
      (types.data.length === 0 || types.data.includes(field.custom ? 'custom' : 'system')) &&
      field.name.toLowerCase().includes(query),
  );
  const description = (id: string) => call.site.customFields.get(id)?.description ?? '';
  const isLocked = (id: string) => (call.site.customFields.get(id)?.app ?? null) !== null;
  return page(call, '/rest/api/3/field/search', found, ({ id, key, name, schema }) => ({
    id,
    key,
    name,
    schema,
    description: description(id),
    isLocked: isLocked(id),
  }));
}

function statusesById(call: Call): unknown[] {
  demandAdministrator(call);
  return queryList(call, 'id')
    .flatMap((id) => call.site.statuses.get(id) ?? [])
    .map(statusesBean);
}

function statusSearch(call: Call): Record<string, unknown> {
  demandAdministrator(call);
  const text = (call.query.get('searchString') ?? '').toLowerCase();
  const category = call.query.get('statusCategory');
  const found = [...call.site.statuses.values()].filter(
    (status) => status.name.toLowerCase().includes(text) && (category === null || STATUSES_API[status.category] === category),
  );
  return page(call, '/rest/api/3/statuses/search', found, statusesBean, 200);
}

function statusesBean(status: Status): Record<string, unknown> {
  const { id, name, description, category } = status;
  return { id, name, description, statusCategory: STATUSES_API[category], scope: { type: 'GLOBAL' } };
}
