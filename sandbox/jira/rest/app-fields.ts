import { z } from 'zod';
import { changeIssue } from '../changes/change-issue';
import { findIssue } from '../site/find';
import { typedValue } from './app-field-value';
import { FieldProblem } from './form-values';
import { badRequest, forbidden, notFound } from './refusal';
import { param, queryFlag, readBody } from './read-request';
import { noContent } from './route';
import type { Answer, Call, Route } from './route';
import type { CustomField } from '../site/custom-field';
import type { Issue } from '../model';

const issueIds = z.array(z.union([z.number(), z.string()])).min(1);
const one = z.strictObject({ updates: z.array(z.object({ issueIds, value: z.unknown() })).min(1) });
const several = z.strictObject({ updates: z.array(z.object({ customField: z.string(), issueIds, value: z.unknown() })).min(1) });

/** Values of the app's own fields, set by the app as the app without any Jira permission (docs/platform.md A.7). */
export const appFields: readonly Route[] = [
  {
    method: 'PUT',
    path: '/rest/api/3/app/field/{fieldIdOrKey}/value',
    handle: (call) => {
      const customField = param(call, 'fieldIdOrKey');
      return update(
        call,
        readBody(call, one).updates.map((entry) => ({ ...entry, customField })),
      );
    },
  },
  { method: 'POST', path: '/rest/api/3/app/field/value', handle: (call) => update(call, readBody(call, several).updates) },
];

interface Update {
  readonly customField: string;
  readonly issueIds: readonly (string | number)[];
  readonly value?: unknown;
}

function update(call: Call, updates: readonly Update[]): Answer {
  if (call.actor.kind !== 'app') {
    throw forbidden('Only the app that provides the field can set its values.');
  }
  const checked = updates.map((entry) => ({
    field: ownField(call, entry.customField),
    issues: issuesOf(call, entry.issueIds),
    entry,
  }));
  const loud = { history: queryFlag(call, 'generateChangelog', true), events: queryFlag(call, 'generateAppEvents', true) };
  for (const { field, issues, entry } of checked) {
    const value = checkedValue(field, entry.value);
    for (const { id } of issues) {
      const customFields = { ...call.site.issues.get(id)?.customFields, [field.id]: value };
      changeIssue(call.site, id, { customFields }, call.author, loud);
    }
  }
  return noContent;
}

function ownField(call: Call, idOrKey: string): CustomField {
  const field =
    call.site.customFields.get(idOrKey) ?? [...call.site.customFields.values()].find((candidate) => candidate.key === idOrKey);
  if (field === undefined) {
    throw notFound(`The custom field was not found: ${idOrKey}`);
  }
  if (field.app === null) {
    throw forbidden(`The app does not provide the custom field ${idOrKey}.`);
  }
  return field;
}

function issuesOf(call: Call, ids: readonly (string | number)[]): Issue[] {
  return ids.map((id) => {
    const issue = findIssue(call.site, String(id));
    if (issue === undefined || issue.id !== String(id)) {
      throw badRequest(`Issues with the following IDs do not exist: ${String(id)}`);
    }
    return issue;
  });
}

function checkedValue(field: CustomField, value: unknown): string | number | null {
  try {
    return typedValue(field, value);
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem;
    throw badRequest(`${field.name}: ${problem.message}`);
  }
}
