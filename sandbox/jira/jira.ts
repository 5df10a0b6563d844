import type { Instant } from './model';

/** On whose behalf a call reaches Jira. */
export type Actor =
  { readonly kind: 'user'; readonly accountId: string } | { readonly kind: 'app' } | { readonly kind: 'anonymous' };

export interface JiraRequest {
  readonly method: string;
  /** Path with query, e.g. `/rest/api/3/search/jql?maxResults=50`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Raw body text; empty string where there is none. */
  readonly body: string;
  readonly actor: Actor;
  /** Scopes of the app when the call comes through it (as app or as user): refused with 401/403 where they do not cover the operation. Null for a direct call. */
  readonly scopes: readonly string[] | null;
}

export interface JiraResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value, or undefined for an empty body. */
  readonly body: unknown;
  /** What this request cost of the REST API's points budget. */
  readonly points: number;
}

/** Something happened in Jira that apps may have subscribed to, in the shape of Forge's product events. */
export interface ProductEvent {
  readonly eventType: string;
  /** The payload as the app receives it, without `context` and `contextToken`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** True where the app itself (as app) caused it: `filter.ignoreSelf`. */
  readonly selfGenerated: boolean;
  readonly actorAccountId: string | null;
}

export interface AppCustomField {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'datetime';
  readonly readOnly: boolean;
  /** Jira expression over `value`, and its message. */
  readonly validation: { readonly expression: string; readonly errorMessage: string } | null;
  /** Jira expression over `value` that gives the shown text. */
  readonly formatter: string | null;
}

export interface AppCondition {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly expression: string;
}

export interface AppValidator {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly expression: string | null;
  readonly functionKey: string | null;
  readonly errorMessage: string | null;
}

export interface AppPermission {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
}

/** What Jira learns of the app from its manifest on installation. */
export interface AppRegistration {
  readonly appId: string;
  readonly environmentId: string;
  readonly appAccountId: string;
  readonly fields: readonly AppCustomField[];
  readonly conditions: readonly AppCondition[];
  readonly validators: readonly AppValidator[];
  /** Project permissions that the app adds to Jira's own. */
  readonly permissions: readonly AppPermission[];
  /** Runs a function validator; rejects where the function throws or times out (what Jira does then is the switch `validatorFailure`). */
  runFunctionValidator(functionKey: string, payload: unknown): Promise<unknown>;
}

/** An e-mail that Jira would send. The sandbox keeps it and sends nothing. */
export interface SentMail {
  readonly at: Instant;
  readonly issueKey: string;
  /** Account ids. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly textBody: string;
}

/** The sandbox's Jira. Everything goes through `handle`, the REST API, except what only the platform itself can do. */
export interface Jira {
  handle(request: JiraRequest): Promise<JiraResponse>;
  onEvent(listener: (event: ProductEvent) => void): void;
  installApp(app: AppRegistration): void;
  uninstallApp(): void;
  /**
   * Stores what a rule's configuration page handed out, as the workflow editor does when the workflow is published.
   * @throws where no transition has such a rule, or the text is no JSON object
   */
  saveRuleConfig(ruleUseId: string, configJson: string): void;
  /** Account id of the user with this e-mail address, or null. */
  accountIdOf(emailAddress: string): string | null;
  /** E-mails that Jira would have sent, oldest first. */
  mail(): readonly SentMail[];
  readonly cloudId: string;
  readonly startedAt: Instant;
}
