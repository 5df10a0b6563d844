import { sequences } from './id-sequences';
import type { IdKind } from './id-sequences';
import { customFieldsOf } from './custom-field';
import type { CustomField } from './custom-field';
import type { Clock } from '../../clock';
import type { Switches } from '../../switches';
import type { AppRegistration, ProductEvent, SentMail } from '../jira';
import type {
  Attachment,
  Component,
  Instant,
  Issue,
  IssueLink,
  IssueLinkType,
  IssueType,
  NamedOption,
  Project,
  Property,
  SiteSeed,
  Status,
  User,
  Version,
  Workflow,
} from '../model';

/** A project in Jira's trash, with what went there with it. */
export interface TrashedProject {
  readonly project: Project;
  readonly issues: readonly Issue[];
  readonly versions: readonly Version[];
}

/** What an issue was before one change of it, for JQL search that lags behind. `before` is null where the issue did not exist. */
export interface EarlierState {
  readonly changedAt: number;
  readonly before: Issue | null;
}

/** A bulk edit that was submitted, and what became of it; issues by id. */
export interface BulkTask {
  readonly id: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly processed: readonly string[];
  /** Why, by issue. */
  readonly failed: Readonly<Record<string, readonly string[]>>;
  /** How many issues it was asked for, those that there are not included. */
  readonly total: number;
}

/** Who was added to those who watch an issue by themselves, and who left. Account ids. */
export interface Watching {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The site's data, by id. Issues, versions and projects are never changed in place: a change puts a new object, so that an
 * object once read stays what it was. The order of `versions` is the order in which a project keeps them.
 */
export interface Site {
  readonly users: Map<string, User>;
  readonly groups: Set<string>;
  readonly statuses: Map<string, Status>;
  readonly issueTypes: Map<string, IssueType>;
  readonly priorities: Map<string, NamedOption>;
  readonly resolutions: Map<string, NamedOption>;
  readonly issueLinkTypes: Map<string, IssueLinkType>;
  readonly workflows: Map<string, Workflow>;
  readonly projects: Map<string, Project>;
  readonly versions: Map<string, Version>;
  readonly components: Map<string, Component>;
  readonly issues: Map<string, Issue>;
  readonly issueIdByKey: Map<string, string>;
  readonly issueLinks: Map<string, IssueLink>;
  readonly customFields: Map<string, CustomField>;
  readonly appProperties: Map<string, Property>;
  /** States before recent changes, oldest first, by issue id. */
  readonly earlier: Map<string, EarlierState[]>;
  /** Highest issue number ever given in a project, by project id: numbers are not given twice. */
  readonly lastIssueNumber: Map<string, number>;
  /** Deleted projects that can be restored, by project id. */
  readonly trash: Map<string, TrashedProject>;
  /** How often each workflow was published since the start, by workflow id. */
  readonly workflowVersions: Map<string, number>;
  /** Ids of permission grants by project, permission and role, given when first asked for. */
  readonly grantIds: Map<string, string>;
  /** E-mails that Jira would have sent, oldest first. */
  readonly mail: SentMail[];
  /** By issue id, oldest first. */
  readonly attachments: Map<string, readonly Attachment[]>;
  /** By issue id. */
  readonly watching: Map<string, Watching>;
  /** By id. */
  readonly bulkTasks: Map<string, BulkTask>;
  app: AppRegistration | null;
  readonly switches: Switches;
  nextId(kind: IdKind): string;
  now(): Instant;
  /** Absolute URL of a path on this site. */
  url(path: string): string;
  emit(event: ProductEvent): void;
}

export interface SiteSurroundings {
  readonly clock: Clock;
  readonly switches: Switches;
  readonly baseUrl: string;
  readonly emit: (event: ProductEvent) => void;
}

/** Takes over a seed (a copy of it) as a living site. */
export function createSite(seed: SiteSeed, surroundings: SiteSurroundings): Site {
  const data = structuredClone(seed);
  const { clock, switches, baseUrl, emit } = surroundings;
  return {
    users: new Map(data.users.map((user) => [user.accountId, user])),
    groups: new Set([...data.groups, ...data.users.flatMap((user) => user.groups)]),
    statuses: byId(data.statuses),
    issueTypes: byId(data.issueTypes),
    priorities: byId(data.priorities),
    resolutions: byId(data.resolutions),
    issueLinkTypes: byId(data.issueLinkTypes),
    workflows: byId(data.workflows),
    projects: byId(data.projects),
    versions: byId(data.versions),
    components: byId(data.components),
    issues: byId(data.issues),
    issueIdByKey: new Map(data.issues.map((issue) => [issue.key, issue.id])),
    issueLinks: byId(data.issueLinks),
    customFields: customFieldsOf(data),
    appProperties: new Map(),
    earlier: new Map(),
    lastIssueNumber: lastIssueNumbers(data.issues),
    trash: new Map(),
    workflowVersions: new Map(),
    grantIds: new Map(),
    mail: [],
    attachments: new Map(),
    watching: new Map(),
    bulkTasks: new Map(),
    app: null,
    switches,
    nextId: sequences(data),
    now: () => clock.now().toISOString(),
    url: (path) => `${baseUrl}${path}`,
    emit,
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function lastIssueNumbers(issues: readonly Issue[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const issue of issues) {
    const number = Number(issue.key.slice(issue.key.lastIndexOf('-') + 1));
    last.set(issue.projectId, Math.max(last.get(issue.projectId) ?? 0, number));
  }
  return last;
}
