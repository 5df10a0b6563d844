import { z } from 'zod';
import { appFieldValue } from './app-field-value';
import { account, day, document, FieldProblem, label, projectLevel, referenced, summary } from './form-values';
import { fieldErrors } from './refusal';
import type { Call } from './route';
import type { IssueChanges } from '../changes/change-issue';
import { versionsOf } from '../site/find';
import type { Site } from '../site/site';
import type { Issue, NamedOption, Project } from '../model';

/** `fields` and `update` of creating, editing and transitioning an issue. */
export const issueForm = z.strictObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  properties: z.array(z.strictObject({ key: z.string().min(1).max(255), value: z.unknown() })).optional(),
});

export type IssueForm = z.infer<typeof issueForm>;

interface Setting {
  readonly site: Site;
  readonly project: Project;
  readonly issue: Issue;
}

type Single = (setting: Setting, value: unknown) => IssueChanges;

const SINGLE: Readonly<Record<string, Single>> = {
  summary: (_setting, value) => ({ summary: summary(value) }),
  description: (_setting, value) => ({ description: document(value) }),
  issuetype: ({ site, project }, value) => ({ issueTypeId: referenced(value, typesOf(site, project), 'Issue type').id }),
  priority: ({ site }, value) => ({
    priorityId: value === null ? null : referenced(value, [...site.priorities.values()], 'Priority').id,
  }),
  assignee: ({ site }, value) => ({ assignee: account(site, value) }),
  reporter: ({ site }, value) => ({ reporter: account(site, value) }),
  duedate: (_setting, value) => ({ dueDate: day(value) }),
  security: ({ project }, value) => ({ securityLevelId: projectLevel(project, value) }),
};

/** On the sandbox's screens only a transition has the field. */
const RESOLUTION: Single = ({ site }, value) => ({
  resolutionId: value === null ? null : referenced(value, [...site.resolutions.values()], 'Resolution').id,
});

interface List {
  current(issue: Issue): readonly string[];
  one(setting: Setting, value: unknown): string;
  changed(values: string[]): IssueChanges;
}

const LISTS: Readonly<Record<string, List>> = {
  labels: { current: (issue) => issue.labels, one: (_setting, value) => label(value), changed: (labels) => ({ labels }) },
  components: {
    current: (issue) => issue.componentIds,
    one: ({ site, project }, value) => referenced(value, componentsOf(site, project), 'Component').id,
    changed: (componentIds) => ({ componentIds }),
  },
  fixVersions: {
    current: (issue) => issue.fixVersionIds,
    one: ({ site, project }, value) => referenced(value, versionsOf(site, project.id), 'Version').id,
    changed: (fixVersionIds) => ({ fixVersionIds }),
  },
  versions: {
    current: (issue) => issue.affectsVersionIds,
    one: ({ site, project }, value) => referenced(value, versionsOf(site, project.id), 'Version').id,
    changed: (affectsVersionIds) => ({ affectsVersionIds }),
  },
};

/**
 * What a form changes on an issue.
 * @throws Refusal 400 with a message for each field that cannot be set so
 */
export function readIssueForm(call: Call, form: IssueForm, project: Project, issue: Issue, withResolution = false): IssueChanges {
  const setting: Setting = { site: call.site, project, issue };
  const errors: Record<string, string> = {};
  let changes: IssueChanges = {};
  const attempt = (field: string, make: (soFar: Issue) => IssueChanges) => {
    try {
      changes = { ...changes, ...make({ ...issue, ...changes }) };
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      errors[field] = problem.message;
    }
  };
  for (const [field, value] of Object.entries(form.fields ?? {})) {
    attempt(field, (soFar) => setField({ ...setting, issue: soFar }, field, value, withResolution));
  }
  for (const [field, operations] of Object.entries(form.update ?? {})) {
    for (const [verb, value] of operations.flatMap((operation) => Object.entries(operation))) {
      if (field !== 'comment') {
        attempt(field, (soFar) => updateField({ ...setting, issue: soFar }, field, verb, value, withResolution));
      }
    }
  }
  if (Object.keys(errors).length > 0) {
    throw fieldErrors(errors);
  }
  return changes;
}

function setField(setting: Setting, field: string, value: unknown, withResolution: boolean): IssueChanges {
  const single = field === 'resolution' && withResolution ? RESOLUTION : SINGLE[field];
  if (single !== undefined) {
    return single(setting, value);
  }
  const list = LISTS[field];
  if (list !== undefined) {
    const values = z.array(z.unknown()).safeParse(value ?? []);
    if (!values.success) throw new FieldProblem('data was not an array');
    return list.changed([...new Set(values.data.map((one) => list.one(setting, one)))]);
  }
  const customField = setting.site.customFields.get(field);
  if (customField === undefined) {
    throw new FieldProblem(`Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`);
  }
  return { customFields: { ...setting.issue.customFields, [field]: appFieldValue(setting.site, customField, value) } };
}

function updateField(setting: Setting, field: string, verb: string, value: unknown, withResolution: boolean): IssueChanges {
  const list = LISTS[field];
  if (verb === 'set') {
    return setField(setting, field, value, withResolution);
  }
  if (list === undefined || (verb !== 'add' && verb !== 'remove')) {
    throw new FieldProblem(`Field '${field}' does not support operation '${verb}'.`);
  }
  const one = list.one(setting, value);
  const others = list.current(setting.issue).filter((current) => current !== one);
  return list.changed(verb === 'add' ? [...others, one] : others);
}

/**
 * What becomes of a list on one issue, where a bulk edit says so.
 * @throws FieldProblem for a value that cannot stand there, e.g. a version of another project
 */
export function changedList(
  setting: Setting,
  field: string,
  combine: (now: readonly string[], values: readonly string[]) => string[],
  values: readonly unknown[],
): IssueChanges {
  const list = LISTS[field];
  if (list === undefined) throw new FieldProblem(`Field '${field}' is no list.`);
  const given = values.map((value) => list.one(setting, value));
  return list.changed(combine(list.current(setting.issue), given));
}

function typesOf(site: Site, project: Project) {
  return project.issueTypeIds.flatMap((id) => site.issueTypes.get(id) ?? []);
}

function componentsOf(site: Site, project: Project): NamedOption[] {
  return [...site.components.values()].filter((component) => component.projectId === project.id);
}
