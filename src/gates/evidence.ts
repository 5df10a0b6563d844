import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';

/** What a gate needs to know of one open defect of the release. */
export interface OpenDefect {
  readonly id: string;
  readonly key: string;
  /** Null where it is missing or unreadable: the defect then counts as S1. */
  readonly severity: Severity | null;
  readonly tier: string | null;
  readonly createdAt: Instant;
  /** From when its resolution target counts: its creation, moved by the time during which it was deferred. */
  readonly clockFrom: Instant;
  /** Until when it is deferred to a release that comes after this one; null where it is not. It does not count until then. */
  readonly deferredUntil: Instant | null;
}

/** The release that is judged, and how Jira's own search finds its defects. */
export interface Release {
  readonly versionId: string;
  readonly versionName: string;
  readonly projectKey: string;
  readonly defectTypes: readonly string[];
}

/** The open defects of a release, or why they are not known (a clause for people, such as "SHOP is still being read"). */
export type Evidence =
  { readonly kind: 'known'; readonly defects: readonly OpenDefect[] } | { readonly kind: 'missing'; readonly because: string };
