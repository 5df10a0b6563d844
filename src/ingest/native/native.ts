import type { Instant } from '../../kernel/instant';

/** What a webhook of GitHub or GitLab comes to: a delivery without its envelope's schema, key and project. */
export interface NativeDelivery {
  readonly type: 'deployment' | 'build' | 'commits';
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * A webhook as Holdpoint understands it. `ignored` is one that says nothing of interest, such as a ping or a deleted branch;
 * `malformed` one that is not what its sender documents.
 */
export type NativeOutcome =
  | { readonly kind: 'delivery'; readonly delivery: NativeDelivery }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed' };

export const ignored: NativeOutcome = { kind: 'ignored' };
export const malformed: NativeOutcome = { kind: 'malformed' };

/** The release that a branch or tag stands for: `v4.2.0`, `release/4.2.0` and `4.2.0-rc.1` do; null where it names none. */
export function versionOfRef(ref: string | null): string | null {
  const name = ref?.replace(/^refs\/(heads|tags)\//, '') ?? '';
  return /(?:^|[/_-])v?(\d{1,6}(?:\.\d{1,6}){1,3}(?:[-+][0-9A-Za-z.-]{1,40})?)$/.exec(name)?.[1] ?? null;
}

/** Times of GitHub (ISO 8601) and of GitLab (`2026-11-02 10:00:00 +0100`, `2026-11-02 09:00:00 UTC`). Null where it is none. */
export function readTime(text: string | null | undefined): Instant | null {
  if (text == null) return null;
  const iso = text
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/ ?UTC$/, 'Z')
    .replace(/ ?([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A push, as both senders tell it. */
interface Push {
  readonly repository: string;
  /** `refs/heads/<branch>`; pushes of tags say nothing. */
  readonly ref: string;
  readonly commits: readonly {
    readonly id: string;
    readonly timestamp: string;
    readonly message: string;
    /** Who wrote it; empty where nobody says. */
    readonly author: string;
  }[];
}

/** Neither sender tells the parents of a commit: a merge is known by the words that git gives it. */
const mergeWords = /^Merge (branch|pull request|remote-tracking branch|tag|commit)\b/;

/** The commits that a branch now has. */
export function pushed({ repository, ref, commits }: Push): NativeOutcome {
  const last = commits.at(-1);
  if (!ref.startsWith('refs/heads/') || last === undefined) return ignored;
  const payload = {
    at: readTime(last.timestamp),
    repository,
    branch: ref.slice('refs/heads/'.length),
    commits: commits.map(({ id, timestamp, message, author }) => ({
      ...{ sha: id, at: readTime(timestamp), message, author, parents: mergeWords.test(message) ? 2 : 1 },
    })),
  };
  return { kind: 'delivery', delivery: { type: 'commits', payload } };
}
