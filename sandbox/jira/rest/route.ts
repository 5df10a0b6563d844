import type { Author } from '../changes/author';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { Actor } from '../jira';

/** One request, taken apart. */
export interface Call {
  readonly site: Site;
  readonly actor: Actor;
  /** What the caller may do and see. */
  readonly viewer: Permissions;
  readonly author: Author;
  /** Values of the path's placeholders. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON of the body; undefined for an empty one; the files of a form. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects read beyond the request itself: one point each. */
  readonly read?: number;
}

/** An operation that the sandbox models; `path` is the template as in Atlassian's OpenAPI. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  handle(call: Call): Answer | Promise<Answer>;
}

export function ok(body: unknown, read = 0): Answer {
  return { status: 200, body, read };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204 };
