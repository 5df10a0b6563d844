import type { AccountReports } from './account-reports';
import type { SqlUse } from './sql/sql-use';

/** Where a screen of the app is shown and for whom; becomes `view.getContext()` in the iframe and `req.context` in resolvers. */
export interface ModuleView {
  readonly moduleKey: string;
  readonly accountId: string;
  /** Module-specific part, e.g. `{type:'jira:projectPage', project:{id,key,type}, route}`; shape from docs/platform.md and @forge types. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly localId: string;
}

/** A UI module of the manifest, with its resource resolved to a file of the built static app. */
export interface UiModule {
  readonly type: string;
  readonly key: string;
  readonly title: string;
  /** Folder of built files and HTML file in it, e.g. `{directory:'static/app/dist', file:'project.html'}`. */
  readonly resource: { readonly key: string; readonly directory: string; readonly file: string };
  readonly resolverFunctionKey: string | null;
  /** Everything else the manifest says of it (label, icon, pages, viewportSize ...). */
  readonly manifest: Readonly<Record<string, unknown>>;
}

export interface WebTriggerRequest {
  readonly moduleKey: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly queryParameters: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

export interface InvokeFailure extends Error {
  readonly kind: 'failed' | 'timed-out' | 'limit';
}

/** `GET /sandbox/installed` */
export interface InstallationState {
  readonly installed: boolean;
  readonly sqlTables: number;
  /** Secrets among them. */
  readonly kvsKeys: number;
}

/** The sandbox's Forge: runs the app's functions and the services behind its packages. */
export interface Forge {
  readonly appId: string;
  readonly environmentId: string;
  readonly scopes: readonly string[];
  readonly uiModules: readonly UiModule[];
  /** Content-Security-Policy header of Custom UI pages, made by @forge/csp from the manifest. */
  contentSecurityPolicy(): string;
  /** `invoke(functionKey, payload)` of a screen; gives the resolver's answer or rejects with InvokeFailure. */
  invokeResolver(view: ModuleView, functionKey: string, payload: unknown): Promise<unknown>;
  callWebTrigger(request: WebTriggerRequest): Promise<{ status: number; headers: Record<string, string>; body: string }>;
  /** True when no event, message or function is under way or due by now. */
  idle(): boolean;
  install(): Promise<void>;
  stop(): Promise<void>;
}

/** What the sandbox itself asks of its Forge, beside what the pages need. */
export interface ForgeHost extends Forge {
  /** True while a trigger of the app asked to be called again later and has not been yet. */
  waitsForRetry(): boolean;
  /** Runs the preUninstall functions, then takes the app out of Jira and everything of its installation away. */
  uninstall(): Promise<void>;
  state(): Promise<InstallationState>;
  readonly sqlUse: SqlUse;
  readonly accounts: AccountReports;
}
