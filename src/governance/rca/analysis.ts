import type { Instant } from '../../kernel/instant';

/** How far the analysis of a release's escapes has come. Only `approved` opens a gate. */
export const analysisStates = ['draft', 'submitted', 'approved', 'returned'] as const;
export type AnalysisState = (typeof analysisStates)[number];

/** One answer to "why?", with what shows that it is so. */
export interface CauseLevel {
  readonly because: string;
  /** A link, a figure, what somebody saw. */
  readonly evidence: string;
}

/** A chain of answers: the first says why the defects escaped, each further one why the answer before it came about. */
export interface Cause {
  readonly levels: readonly CauseLevel[];
}

/** What is done so that it does not happen again. */
export interface Action {
  readonly what: string;
  /** Pseudonym of who does it. */
  readonly owner: string;
  /** Calendar day on which it is done. */
  readonly due: string;
  /** By what one sees later whether it had an effect, and the calendar day on which somebody looks. */
  readonly check: string;
  readonly checkOn: string;
}

export interface AnalysisContent {
  readonly causes: readonly Cause[];
  readonly actions: readonly Action[];
}

/** What was known of a release's escapes at a moment. It stays as it is, whatever comes to light later. */
export interface KnownEscapes {
  readonly found: number;
  readonly escaped: number;
}

/** What people do with one that is written. */
export const analysisSteps = ['submitted', 'approved', 'returned'] as const;

export interface AnalysisEvent {
  readonly act: (typeof analysisSteps)[number];
  readonly at: Instant;
  /** Pseudonym. */
  readonly who: string;
  /** Why it was returned, in the person's own words; null where nothing needs to be said. */
  readonly because: string | null;
  /** As known then; null where no rate could be given. */
  readonly known: KnownEscapes | null;
}

/** The root-cause analysis of what escaped from a release. */
export interface Analysis {
  readonly projectId: string;
  readonly release: { readonly id: string; readonly name: string };
  readonly state: AnalysisState;
  readonly content: AnalysisContent;
  /** Pseudonyms of everybody who wrote in it, in the order in which they first did: none of them approves it. */
  readonly authors: readonly string[];
  /** Oldest first. */
  readonly events: readonly AnalysisEvent[];
  /** Counts its changes; of two writers who saw the same revision, one is right. */
  readonly revision: number;
}

/** An analysis that nobody has written in yet. */
export function emptyAnalysis(projectId: string, release: Analysis['release']): Analysis {
  return { projectId, release, state: 'draft', content: { causes: [], actions: [] }, authors: [], events: [], revision: 0 };
}
