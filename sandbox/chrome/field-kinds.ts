import { z } from 'zod';
import { adfToText, textToAdf } from './adf-text';
import type { AppField } from './app-fields';
import { namedListSchema, peopleSchema, versionSchema } from './jira-answers';
import type { IssueAnswer } from './jira-answers';
import type { ViewerJira } from './viewer-jira';

export interface Option {
  readonly value: string;
  readonly label: string;
}
type Fields = IssueAnswer['fields'];

/** How a field is edited in a plain form and what REST wants for it. */
export interface EditableField {
  readonly id: string;
  readonly label: string;
  readonly input: 'text' | 'area' | 'choice' | 'many' | 'number' | 'day' | 'app';
  readonly options?: (jira: ViewerJira, projectKey: string) => Promise<readonly Option[]>;
  /** What the form shows of the issue's value; several for `many`. */
  readonly current: (fields: Fields) => readonly string[];
  /** The value for `fields` of POST and PUT issue. */
  readonly parse: (entered: readonly string[]) => unknown;
  readonly appField?: AppField;
}

const first = (entered: readonly string[]): string => (entered[0] ?? '').trim();
const byId = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({ value: id, label: name });
const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
const idList = (entered: readonly string[]): unknown => entered.filter((id) => id !== '').map((id) => ({ id }));
const oneOf = (key: 'id' | 'accountId') => (entered: readonly string[]) =>
  first(entered) === '' ? null : { [key]: first(entered) };
const given = (text: string | null | undefined): readonly string[] => (text === null || text === undefined ? [] : [text]);

async function priorities(jira: ViewerJira): Promise<readonly Option[]> {
  const page = await jira.tryRead(z.object({ values: namedListSchema }), '/rest/api/3/priority/search');
  return (page?.values ?? (await jira.tryRead(namedListSchema, '/rest/api/3/priority')) ?? []).map(byId);
}

async function assignable(jira: ViewerJira, projectKey: string): Promise<readonly Option[]> {
  const query = new URLSearchParams({ project: projectKey, maxResults: '100' });
  const people = (await jira.tryRead(peopleSchema, `/rest/api/3/user/assignable/search?${query.toString()}`)) ?? [];
  return people.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
}

async function versions(jira: ViewerJira, projectKey: string): Promise<readonly Option[]> {
  const all = await jira.tryRead(z.array(versionSchema), `/rest/api/3/project/${encodeURIComponent(projectKey)}/versions`);
  return (all ?? []).filter(({ archived }) => !archived).map(byId);
}

async function components(jira: ViewerJira, projectKey: string): Promise<readonly Option[]> {
  return ((await jira.tryRead(namedListSchema, `/rest/api/3/project/${encodeURIComponent(projectKey)}/components`)) ?? []).map(
    byId,
  );
}

/** Jira's own fields that the pages edit. */
export const systemFields: readonly EditableField[] = [
  { id: 'summary', label: 'Summary', input: 'text', current: ({ summary }) => [summary], parse: first },
  {
    id: 'description',
    label: 'Description',
    input: 'area',
    current: ({ description }) => [adfToText(description)],
    parse: (entered) => textToAdf(entered[0] ?? ''),
  },
  {
    id: 'priority',
    label: 'Priority',
    input: 'choice',
    options: priorities,
    current: ({ priority }) => given(priority?.id),
    parse: oneOf('id'),
  },
  {
    id: 'assignee',
    label: 'Assignee',
    input: 'choice',
    options: assignable,
    current: ({ assignee }) => given(assignee?.accountId),
    parse: oneOf('accountId'),
  },
  {
    id: 'fixVersions',
    label: 'Fix versions',
    input: 'many',
    options: versions,
    current: ({ fixVersions }) => ids(fixVersions),
    parse: idList,
  },
  {
    id: 'versions',
    label: 'Affects versions',
    input: 'many',
    options: versions,
    current: ({ versions }) => ids(versions),
    parse: idList,
  },
  {
    id: 'components',
    label: 'Components',
    input: 'many',
    options: components,
    current: ({ components }) => ids(components),
    parse: idList,
  },
  {
    id: 'labels',
    label: 'Labels',
    input: 'text',
    current: ({ labels }) => [labels.join(' ')],
    parse: (entered) =>
      first(entered)
        .split(/\s+/)
        .filter((label) => label !== ''),
  },
  {
    id: 'duedate',
    label: 'Due date',
    input: 'day',
    current: ({ duedate }) => given(duedate),
    parse: (entered) => first(entered) || null,
  },
];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An app's field: its own editor hands JSON to the form; without one, a plain input by type. */
export function editableAppField(appField: AppField): EditableField {
  const { id, name: label, type, editor } = appField;
  const raw = (fields: Fields): unknown => fields[id];
  if (editor !== null) {
    return {
      id,
      label,
      input: 'app',
      appField,
      current: (fields) => [JSON.stringify(raw(fields) ?? null)],
      parse: (entered) => parseJson(first(entered)),
    };
  }
  const current = (fields: Fields): readonly string[] =>
    raw(fields) === null || raw(fields) === undefined ? [] : [String(raw(fields))];
  if (type !== 'number') return { id, label, input: 'text', appField, current, parse: (entered) => first(entered) || null };
  const number = (entered: readonly string[]) => (first(entered) === '' ? null : Number(first(entered)));
  return { id, label, input: 'number', appField, current, parse: number };
}
