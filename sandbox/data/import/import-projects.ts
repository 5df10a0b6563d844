import type { IssueType, Project, SecurityLevel, Status, Transition, Workflow } from '../../jira/model';
import { confidentialLevel, demoPermissions, demoRoles, LEAD } from '../people';
import type { ExportedIssue } from './export-schema';
import type { FreeId } from './option-book';

export interface ProjectKeyAndName {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export const projectKeyOf = ({ key, fields }: ExportedIssue): string => fields.project?.key ?? key.slice(0, key.lastIndexOf('-'));

/** The projects of the issues, in the order of first appearance. */
export const projectsIn = (issues: readonly ExportedIssue[], freeId: FreeId): Map<string, ProjectKeyAndName> => {
  const projects = new Map<string, ProjectKeyAndName>();
  for (const issue of issues) {
    const key = projectKeyOf(issue);
    const { project } = issue.fields;
    if (!projects.has(key)) projects.set(key, { id: project?.id ?? freeId(), key, name: project?.name ?? key });
  }
  return projects;
};

const initialOf = (statuses: readonly Status[]): Status | undefined =>
  statuses.find(({ category }) => category === 'new') ?? statuses[0];

/** The export does not say how issues may move, so that any status leads to any other by a transition of its name. */
export const openWorkflow = (id: string, name: string, statuses: readonly Status[]): Workflow => {
  const names = statuses.map((status) => status.name);
  const transitions = statuses.map((status, index): Transition => ({
    id: String(11 + index * 10),
    name: names.indexOf(status.name) === names.lastIndexOf(status.name) ? status.name : `${status.name} (${status.id})`,
    from: '*',
    to: status.id,
    conditions: [],
    validators: [],
  }));
  const initial = initialOf(statuses);
  const create: Transition[] = initial
    ? [{ id: '1', name: 'Create', from: [], to: initial.id, conditions: [], validators: [] }]
    : [];
  return { id, name, statusIds: statuses.map((status) => status.id), transitions: [...create, ...transitions] };
};

export interface ProjectParts {
  readonly types: readonly IssueType[];
  readonly workflowId: string;
  readonly releaseTypeId: string;
  readonly releaseWorkflowId: string;
  readonly people: readonly string[];
  readonly securityLevels: readonly { readonly id: string; readonly name: string }[];
}

export const importedProject = ({ id, key, name }: ProjectKeyAndName, parts: ProjectParts): Project => ({
  id,
  key,
  name,
  description: 'Imported from an export.',
  leadAccountId: LEAD,
  style: 'classic',
  issueTypeIds: [...new Set([...parts.types.map((type) => type.id), parts.releaseTypeId])],
  workflows: { '*': parts.workflowId, [parts.releaseTypeId]: parts.releaseWorkflowId },
  roles: demoRoles(parts.people),
  permissions: demoPermissions(),
  securityLevels: parts.securityLevels.map((level): SecurityLevel => confidentialLevel(level.id, level.name)),
  properties: {},
});
