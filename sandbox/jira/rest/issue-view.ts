import { queryFlag, queryList } from './read-request';
import { badRequest, Refusal } from './refusal';
import type { Call } from './route';
import type { IssueView } from '../beans/issue-bean';

/** Expansions that Jira has and the sandbox does not. */
const UNMODELLED = ['renderedFields', 'schema', 'operations', 'editmeta', 'versionedRepresentations'];
const MOST_PROPERTIES = 5;

interface Asked {
  readonly fields?: readonly string[] | undefined;
  readonly fieldsByKeys?: boolean | undefined;
  readonly expand?: readonly string[] | undefined;
  readonly properties?: readonly string[] | undefined;
}

interface Defaults {
  /** What stands where no field is asked for, or only fields to leave out. */
  readonly fields: string;
  /** The base from which `-field` leaves out. */
  readonly base: '*all' | '*navigable';
  readonly histories: number;
  /** Whether `expand=transitions` is modelled here. */
  readonly transitions?: boolean;
}

/**
 * What a caller wants to see of issues.
 * @throws Refusal 501 for an expansion that the sandbox does not model, 400 for more than five properties
 */
export function issueView(asked: Asked, defaults: Defaults): IssueView {
  const expand = new Set(asked.expand ?? []);
  const unmodelled = defaults.transitions === true ? UNMODELLED : [...UNMODELLED, 'transitions'];
  const missing = unmodelled.filter((name) => expand.has(name));
  if (missing.length > 0) {
    throw new Refusal(501, [`The sandbox does not model expand=${missing.join(',')} of issues.`]);
  }
  const properties = asked.properties ?? [];
  if (properties.length > MOST_PROPERTIES) {
    throw badRequest(`The number of properties requested must be at most ${MOST_PROPERTIES}.`);
  }
  const fields = asked.fields ?? [];
  const positive = fields.some((name) => !name.startsWith('-'));
  const shown = positive ? fields : fields.length === 0 ? [defaults.fields] : [defaults.base, ...fields];
  return { fields: shown, fieldsByKeys: asked.fieldsByKeys ?? false, expand, properties, histories: defaults.histories };
}

/** The same out of a query string. */
export function issueViewOfQuery(call: Call, defaults: Defaults): IssueView {
  const asked = {
    fields: queryList(call, 'fields'),
    fieldsByKeys: queryFlag(call, 'fieldsByKeys', false),
    expand: queryList(call, 'expand'),
    properties: queryList(call, 'properties'),
  };
  return issueView(asked, defaults);
}
