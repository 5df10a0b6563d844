/** A status, or a severity, as the export has it: an id where it tells one. */
export interface Named {
  readonly id: string | null;
  readonly name: string | null;
}

/** What an export tells of one issue; moments are milliseconds since 1970. */
export interface ExportedIssue {
  readonly key: string;
  readonly severity: Named | null;
  readonly created: number;
  readonly updated: number | null;
  /** Null while unresolved. */
  readonly resolved: number | null;
  /** False where the export has not asked when it was resolved. */
  readonly tellsResolution: boolean;
  readonly status: Named;
  /** Jira's category of the present status: `new`, `indeterminate`, `done`. */
  readonly category: string | null;
  /** Changes of the status, in the order of the export. Null where it has no changelog. */
  readonly changes: readonly ExportedChange[] | null;
  /** Histories that Jira has and the export does not. */
  readonly historiesLeftOut: number;
  /** The latest moment that it tells of. */
  readonly latest: number;
  /** There only where it was asked for. */
  readonly words?: ExportedWords;
}

/** What people want to read of an issue; no figure is made of it. */
export interface ExportedWords {
  /** Null where the export has none. */
  readonly summary: string | null;
  /** Who has it, as Jira shows people; null where nobody does, or where the export does not say. */
  readonly assignee: string | null;
}

export interface ExportedChange {
  readonly at: number;
  /** Tells changes of the same moment apart: what happened later is larger. */
  readonly order: number;
  readonly from: Named;
  readonly to: Named;
}

/** What a page of search results says of itself. */
export interface ExportedPage {
  /** How many issues Jira found altogether; null where it does not say. */
  readonly total: number | null;
  /** False where Jira says that more pages follow. */
  readonly isLast: boolean | null;
}

/** Is told what an export holds, in its order. */
export interface ExportListener {
  issue(issue: ExportedIssue): void;
  page(page: ExportedPage): void;
  /** Something about the whole export that its figures depend on, as a sentence. */
  note(sentence: string): void;
}

/** Takes an export in pieces. */
export interface ExportReader {
  /** @param bytes may be overwritten afterwards @throws ExportProblem where this is no export of Jira issues */
  write(bytes: Uint8Array): void;
  /** @throws ExportProblem where the export is cut off */
  end(): void;
}
