/** Why a query is not answered, in Jira's words where they are known (its 400 `errorMessages`). */
export class JqlRefusal extends Error {
  override readonly name = 'JqlRefusal';
}

/** How every message about something that Jira has and the sandbox does not begins; the REST layer answers 501 for it. */
export const UNMODELLED = 'The sandbox does not model ';

export function unmodelled(what: string): JqlRefusal {
  return new JqlRefusal(`${UNMODELLED}${what}.`);
}

/**
 * The texts are those that Jira's own functional tests assert (TestSystemFieldLiterals, TestSystemFieldOperatorUsage,
 * TestCustomFieldLiterals, TestJqlParsing) and that POST /rest/api/3/jql/parse gives as examples.
 */
export const refusals = {
  unknownField: (field: string) => new JqlRefusal(`Field '${field}' does not exist or you do not have permission to view it.`),
  unsortable: (field: string) => new JqlRefusal(`Not able to sort using field '${field}'.`),
  operator: (operator: string, field: string) =>
    new JqlRefusal(`The operator '${operator}' is not supported by the '${field}' field.`),
  unknownValue: (value: string, field: string) => new JqlRefusal(`The value '${value}' does not exist for the field '${field}'.`),
  unknownId: (id: string, field: string) => new JqlRefusal(`A value with ID '${id}' does not exist for the field '${field}'.`),
  empty: (field: string) => new JqlRefusal(`The field '${field}' does not support searching for EMPTY values.`),
  emptyText: (field: string) => new JqlRefusal(`The field '${field}' does not support searching for an empty string.`),
  unparsedText: (text: string, field: string) => new JqlRefusal(`Unable to parse the text '${text}' for field '${field}'.`),
  wildcardFirst: (text: string, field: string) =>
    new JqlRefusal(
      `The text query '${text}' for field '${field}' is not valid: the '*' and '?' are not allowed as first character in wildcard query.`,
    ),
  number: (value: string, field: string) => new JqlRefusal(`Value '${value}' for the '${field}' field is not a valid number.`),
  key: (value: string, field: string) => new JqlRefusal(`The issue key '${value}' for field '${field}' is invalid.`),
  unknownFunction: (call: string) => new JqlRefusal(`Unable to find JQL function '${call}'.`),
  functionForField: (name: string, field: string) =>
    new JqlRefusal(`A value provided by the function '${name}' is invalid for the field '${field}'.`),
  listValue: (operator: string, value: string, field: string) =>
    new JqlRefusal(`Operator '${operator}' does not support the list value '${value}' for field '${field}'.`),
  nonListValue: (operator: string, value: string, field: string) =>
    new JqlRefusal(`Operator '${operator}' does not support the non-list value '${value}' for field '${field}'.`),
} as const;
