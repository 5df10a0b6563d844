import { z } from 'zod';
import { badRequest, Refusal } from './refusal';

/** What a bulk edit does with the values of a list. */
const options = ['ADD', 'REMOVE', 'REPLACE', 'REMOVE_ALL'] as const;
export type BulkOption = (typeof options)[number];

/** What becomes of one field, the same on each issue; `values` as a single edit would have them. */
export type FieldEdit =
  | { readonly field: 'priority'; readonly priorityId: string }
  | {
      readonly field: 'labels' | 'fixVersions' | 'versions' | 'components';
      readonly option: BulkOption;
      readonly values: readonly unknown[];
    };

const option = z.enum(options);
const id = z.union([z.string(), z.number()]).transform(String);
const labels = z
  .strictObject({
    fieldId: z.literal('labels'),
    bulkEditMultiSelectFieldOption: option,
    labels: z.array(z.strictObject({ name: z.string() })),
  })
  .transform((one) => list('labels', one.bulkEditMultiSelectFieldOption, namesOf(one.labels)));
const versions = z
  .strictObject({
    fieldId: z.enum(['fixVersions', 'versions']),
    bulkEditMultiSelectFieldOption: option,
    versions: z.array(z.strictObject({ versionId: id })),
  })
  .transform((one) =>
    list(
      one.fieldId,
      one.bulkEditMultiSelectFieldOption,
      one.versions.map(({ versionId }) => ({ id: versionId })),
    ),
  );
const components = z
  .strictObject({
    fieldId: z.literal('components'),
    bulkEditMultiSelectFieldOption: option,
    components: z.array(z.strictObject({ componentId: id })),
  })
  .transform((one) =>
    list(
      'components',
      one.bulkEditMultiSelectFieldOption,
      one.components.map(({ componentId }) => ({ id: componentId })),
    ),
  );
const priority = z
  .strictObject({ priorityId: z.string() })
  .transform(({ priorityId }): FieldEdit => ({ field: 'priority', priorityId }));

/** The members of `editedFieldsInput` (OpenAPI, JiraIssueFields) that the sandbox models. */
const input = z
  .object({
    labelsFields: z.array(labels).default([]),
    multipleVersionPickerFields: z.array(versions).default([]),
    multiselectComponents: components.optional(),
    priority: priority.optional(),
  })
  .transform(({ labelsFields, multipleVersionPickerFields, ...single }) => [
    ...labelsFields,
    ...multipleVersionPickerFields,
    ...Object.values(single).flatMap((edit) => (edit === undefined ? [] : [edit])),
  ]);
const modelled = ['labelsFields', 'multipleVersionPickerFields', 'multiselectComponents', 'priority'];

function list(field: Exclude<FieldEdit['field'], 'priority'>, how: BulkOption, values: readonly unknown[]): FieldEdit {
  return { field, option: how, values };
}

function namesOf(named: readonly { readonly name: string }[]): string[] {
  return named.map(({ name }) => name);
}

/**
 * What is to be done with which field.
 * @param selected ids of the fields that the request says it edits: all that it has values for, and no other
 * @throws Refusal 400; 501 for fields that the sandbox does not edit in bulk
 */
export function selectedFields(given: Readonly<Record<string, unknown>>, selected: readonly string[]): FieldEdit[] {
  const strange = Object.keys(given).filter((member) => !modelled.includes(member));
  if (strange.length > 0) {
    throw new Refusal(501, [`The sandbox does not model ${strange.join(', ')} of a bulk edit.`]);
  }
  const parsed = input.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badRequest(`editedFieldsInput.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const fields = parsed.data.map(({ field }) => field);
  const unasked = fields.filter((field) => !selected.includes(field));
  if (unasked.length > 0) {
    throw badRequest(`The following editedFieldInput values are not listed as selectedActions : ${unasked.join(', ')}`);
  }
  const empty = selected.filter((field) => !fields.some((given) => given === field));
  if (empty.length > 0) {
    throw badRequest(`The following selectedActions have no editedFieldInput values : ${empty.join(', ')}`);
  }
  return parsed.data;
}

/** The values of a list after a bulk edit. */
export function listOf(how: BulkOption, now: readonly string[], values: readonly string[]): string[] {
  switch (how) {
    case 'ADD':
      return [...new Set([...now, ...values])];
    case 'REMOVE':
      return now.filter((value) => !values.includes(value));
    case 'REPLACE':
      return [...new Set(values)];
    case 'REMOVE_ALL':
      return [];
  }
}
