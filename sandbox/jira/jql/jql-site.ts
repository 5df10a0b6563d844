import type { Component, IssueLink, IssueLinkType, IssueType, NamedOption, Project, Status, User, Version } from '../model';

/** A custom field of the site, as far as JQL knows it. Its values stand in `Issue.customFields` under `id`; null or absent is empty. */
export interface JqlCustomField {
  /** `customfield_10101`; its digits are what `cf[10101]` names. */
  readonly id: string;
  /**
   * The field's REST `key`: for an app's field `<app uuid>__<environment id>__static__<module key>`, else the same as `id`.
   * An app's string field is compared exactly (`=`, `in`; Forge's page on jira:customField), Jira's own text field is
   * searched (`~`; the REST API's `textsearcher`).
   */
  readonly key: string;
  /** Shown name, e.g. `Defect severity`; a JQL field name matches it without regard to case. Where two fields share one, a query by it is refused. */
  readonly name: string;
  readonly type: 'string' | 'number' | 'datetime';
}

/**
 * What JQL looks up on the site while it compiles a query: each method is called at most once per search and the answer is
 * not kept. Every list holds only what the searcher may see (a version of an unseen project "does not exist" to JQL); the
 * issues themselves come with the search, already cut to what the searcher may browse. Comments, histories, labels and
 * issue properties are read from the issues.
 */
export interface JqlSite {
  /** With their security levels, which `level` is looked up in. */
  projects(): Iterable<Project>;
  /** Of all visible projects, released and archived ones included; within one project in the order that the project keeps them (`<`, `>` and the version functions follow it). */
  versions(): Iterable<Version>;
  components(): Iterable<Component>;
  statuses(): Iterable<Status>;
  issueTypes(): Iterable<IssueType>;
  /** In rank order, the highest first, as `GET /rest/api/3/priority` lists them: `priority > Medium` means those listed before Medium. */
  priorities(): Iterable<NamedOption>;
  resolutions(): Iterable<NamedOption>;
  /** All accounts, apps' and inactive ones included; `User.groups` answers `membersOf`. */
  users(): Iterable<User>;
  /** Names of all groups, so that an empty group differs from one that does not exist. */
  groups(): Iterable<string>;
  /** Native custom fields and the installed app's fields. */
  customFields(): Iterable<JqlCustomField>;
  issueLinkTypes(): Iterable<IssueLinkType>;
  issueLinks(): Iterable<IssueLink>;
}
