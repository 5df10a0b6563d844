/** What Jira says of an issue. */
export interface IssueFact {
  /** Its key of today; another than the one asked for where the issue was moved. */
  readonly key: string;
  readonly summary: string;
  readonly workType: string;
  readonly status: string;
  /** Key of the status's category: `new`, `indeterminate` or `done`. */
  readonly statusCategory: string;
  /** Null while there is none. */
  readonly resolution: string | null;
  /** Names. */
  readonly fixVersions: readonly string[];
  /** The target release of a deferral in force, null for none; absent where deferrals are not known, and then nothing is judged by them. */
  readonly deferredTo?: string | null;
  /** The version that a freeze keeps the issue out of, null for none; absent where freezes are not known. */
  readonly frozenOutOf?: string | null;
}

export interface JiraFacts {
  /** Keys of the projects that count, in upper case; null where they are not known. */
  readonly projects: ReadonlySet<string> | null;
  /**
   * Issues by the key that was asked for. Whoever judges has asked for every key of `keysToRead`, so a key that is missing here is an
   * issue that is not there or that the reader may not see. Null where Jira was not asked: then only keys as such are judged.
   */
  readonly issues: ReadonlyMap<string, IssueFact> | null;
}
