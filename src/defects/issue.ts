import type { Instant } from '../kernel/instant';

/** A component as an issue names it. */
export interface DefectComponent {
  readonly id: string;
  readonly name: string;
}

/** A link of an issue to another. */
export interface DefectLink {
  readonly id: string;
  /** Name of the link type; `duplicateLink` of each that says duplicate. */
  readonly type: string;
  /** On which side the other issue stands: it is the inward or the outward issue of the link. */
  readonly direction: 'inward' | 'outward';
  readonly other: { readonly id: string; readonly key: string };
}

/** An issue as Jira gives it, parsed: what the store is made from. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly project: { readonly id: string };
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly status: { readonly id: string; readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly summary?: string | null | undefined;
    readonly fixVersions: readonly string[];
    readonly versions: readonly string[];
    readonly assignee?: { readonly accountId: string } | null | undefined;
    readonly components: readonly DefectComponent[];
    readonly issuelinks: readonly DefectLink[];
    readonly security?: { readonly id: string } | null | undefined;
    readonly created: Instant;
    readonly updated: Instant;
    readonly resolutiondate?: Instant | null | undefined;
    /** Custom fields by their ids. */
    readonly [field: string]: unknown;
  };
}

/** One entry of an issue's changelog. */
export interface History {
  readonly id: string;
  readonly created: Instant;
  readonly items: readonly {
    readonly field: string;
    readonly fieldId?: string | null | undefined;
    readonly from?: string | null | undefined;
    readonly fromString?: string | null | undefined;
    readonly to?: string | null | undefined;
    readonly toString: string | null;
  }[];
}
