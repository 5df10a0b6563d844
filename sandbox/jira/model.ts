/**
 * The sandbox's Jira as plain data. Ids are strings of digits as in Jira Cloud's REST API; instants are ISO 8601 in UTC with
 * milliseconds ("2026-11-02T09:00:00.000Z"); dates are "2026-11-02".
 */
export type Instant = string;
export type CalendarDay = string;

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly timeZone: string;
  readonly accountType: 'atlassian' | 'app';
  active: boolean;
  /** Names of groups; `site-admins` carries the global permission ADMINISTER. */
  groups: string[];
}

/** Jira's three status categories by their REST keys: To Do, In Progress, Done. */
export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  name: string;
  description: string;
  category: StatusCategoryKey;
}

export interface IssueType {
  readonly id: string;
  name: string;
  description: string;
  subtask: boolean;
}

export interface NamedOption {
  readonly id: string;
  name: string;
}

export interface Component extends NamedOption {
  readonly projectId: string;
  readonly leadAccountId?: string;
}

export interface SecurityLevel extends NamedOption {
  description: string;
  /** Project roles (by name) whose members see issues of this level. The app's own user sees all. */
  roles: string[];
}

export interface RelatedWork {
  readonly relatedWorkId: string;
  category: string;
  title: string;
  url: string;
  issueId?: string;
}

export interface Version {
  readonly id: string;
  projectId: string;
  name: string;
  description: string;
  archived: boolean;
  released: boolean;
  startDate: CalendarDay | null;
  releaseDate: CalendarDay | null;
  relatedWork: RelatedWork[];
}

export interface Property {
  value: unknown;
  updated: Instant;
}

export interface Project {
  readonly id: string;
  key: string;
  name: string;
  description: string;
  leadAccountId: string;
  style: 'classic' | 'next-gen';
  issueTypeIds: string[];
  /** Workflow id per issue type id; `*` is the default. */
  workflows: Record<string, string>;
  /** Account ids, and groups as `group:NAME`, per project role name (Administrators, Developers, Approvers, Viewers, atlassian-addons-project-access). */
  roles: Record<string, string[]>;
  /** Project role names per permission key (BROWSE_PROJECTS, EDIT_ISSUES, ...). */
  permissions: Record<string, string[]>;
  securityLevels: SecurityLevel[];
  properties: Record<string, Property>;
}

/** One workflow rule of the app on one transition: which module, with the configuration its page saved. */
export interface RuleUse {
  readonly id: string;
  moduleKey: string;
  config: Record<string, unknown>;
}

export interface Transition {
  readonly id: string;
  name: string;
  /** Source status ids; `*` for a global transition; empty for the initial one. */
  from: '*' | string[];
  to: string;
  conditions: RuleUse[];
  validators: RuleUse[];
}

export interface Workflow {
  readonly id: string;
  name: string;
  statusIds: string[];
  transitions: Transition[];
}

export interface HistoryItem {
  field: string;
  fieldtype: 'jira' | 'custom';
  fieldId: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

export interface History {
  readonly id: string;
  readonly author: string | null;
  readonly created: Instant;
  readonly items: readonly HistoryItem[];
}

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly created: Instant;
  updated: Instant;
  /** Atlassian Document Format. */
  body: unknown;
  /** What apps keep with it. */
  readonly properties?: readonly { readonly key: string; readonly value?: unknown }[];
}

export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  readonly inwardIssueId: string;
  readonly outwardIssueId: string;
}

export interface IssueLinkType extends NamedOption {
  inward: string;
  outward: string;
}

/** A file on an issue. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  /** Account id. */
  readonly author: string;
  readonly created: Instant;
  readonly mimeType: string;
  readonly content: string;
}

export interface Issue {
  readonly id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  statusId: string;
  summary: string;
  /** Atlassian Document Format, or null. */
  description: unknown;
  priorityId: string | null;
  resolutionId: string | null;
  assignee: string | null;
  reporter: string | null;
  creator: string | null;
  labels: string[];
  componentIds: string[];
  fixVersionIds: string[];
  affectsVersionIds: string[];
  securityLevelId: string | null;
  created: Instant;
  updated: Instant;
  resolutionDate: Instant | null;
  dueDate: CalendarDay | null;
  /** By field id (`customfield_10100`). In a seed, values of the app's own fields stand under `app:<module key>`. */
  customFields: Record<string, unknown>;
  comments: Comment[];
  properties: Record<string, Property>;
  /** Oldest first. In a seed, items of the app's own fields carry the field id `app:<module key>`. */
  histories: History[];
}

/** What a pipeline sends to one of the app's web triggers when the sandbox starts. */
export interface SeedDelivery {
  readonly at: Instant;
  readonly trigger: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** All of a site at its start; what the generator and the importer produce and the Jira model takes over. */
export interface SiteSeed {
  /** The instant at which the sandbox's clock starts. */
  readonly now: Instant;
  users: User[];
  groups: string[];
  statuses: Status[];
  issueTypes: IssueType[];
  priorities: NamedOption[];
  resolutions: NamedOption[];
  issueLinkTypes: IssueLinkType[];
  workflows: Workflow[];
  projects: Project[];
  versions: Version[];
  components: Component[];
  issues: Issue[];
  issueLinks: IssueLink[];
  deliveries: SeedDelivery[];
  /** Project key of the project that a newcomer should see first. */
  readonly homeProjectKey: string;
  /** Work types that count as defects in this data; the demo sets them through the app's settings where they differ from Bug. */
  readonly defectTypes: string[];
  /** Plain sentences for the console: what was imported or generated, what was taken for what. */
  readonly notes: string[];
}
