import type { Instant } from '../../kernel/instant';
import type { Analysis, AnalysisContent, AnalysisEvent, KnownEscapes } from './analysis';
import { analysisProblems, refusedContent } from './problems';
import type { AnalysisProblem } from './problems';

/** What a person does with an analysis. */
export type AnalysisCommand =
  | { readonly act: 'write'; readonly content: AnalysisContent }
  | { readonly act: 'submit' }
  | { readonly act: 'approve' }
  | { readonly act: 'return'; readonly because: string };

export interface AnalysisFacts {
  readonly now: Instant;
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether the person may decide for the release. */
  readonly mayApprove: boolean;
  /** What is known of the escapes now. */
  readonly known: KnownEscapes | null;
}

export type AnalysisOutcome =
  | { readonly kind: 'done'; readonly analysis: Analysis }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly AnalysisProblem[] };

/** What becomes of an analysis when a person acts on it: draft -> submitted -> approved, or returned and then the same again. */
export function decideAnalysis(analysis: Analysis, command: AnalysisCommand, facts: AnalysisFacts): AnalysisOutcome {
  switch (command.act) {
    case 'write':
      return write(analysis, command.content, facts);
    case 'submit':
      return submit(analysis, facts);
    case 'approve':
      return approve(analysis, facts);
    case 'return':
      return giveBack(analysis, command.because, facts);
  }
}

const refused = (message: string, problems: readonly AnalysisProblem[] = []): AnalysisOutcome => ({
  kind: 'refused',
  message,
  problems,
});

function write(analysis: Analysis, content: AnalysisContent, { who }: AnalysisFacts): AnalysisOutcome {
  if (analysis.state === 'approved') return refused('It is approved, so it stays as it is.');
  if (analysis.state === 'submitted') return refused('It waits for approval. It can be changed once it is returned.');
  const problems = refusedContent(content);
  if (problems.length > 0) return refused(problems[0]?.message ?? '', problems);
  return changed(analysis, { content, authors: [...new Set([...analysis.authors, who])] });
}

function submit(analysis: Analysis, facts: AnalysisFacts): AnalysisOutcome {
  if (analysis.state === 'approved') return refused('It is approved already.');
  if (analysis.state === 'submitted') return refused('It waits for approval already.');
  const problems = analysisProblems(analysis.content, facts.now);
  if (problems.length > 0) return refused('Something is missing before it can be submitted.', problems);
  const authors = [...new Set([...analysis.authors, facts.who])];
  return changed(analysis, { state: 'submitted', authors, events: [...analysis.events, event('submitted', null, facts)] });
}

function approve(analysis: Analysis, facts: AnalysisFacts): AnalysisOutcome {
  const message = decidingProblem(analysis, facts);
  if (message !== null) return refused(message);
  if (analysis.authors.includes(facts.who)) return refused('You wrote in this analysis, so somebody else approves it.');
  return changed(analysis, { state: 'approved', events: [...analysis.events, event('approved', null, facts)] });
}

function giveBack(analysis: Analysis, because: string, facts: AnalysisFacts): AnalysisOutcome {
  const message = decidingProblem(analysis, facts);
  if (message !== null) return refused(message);
  if (because.trim() === '') return refused('Say what is missing, so that the authors know what to add.');
  return changed(analysis, { state: 'returned', events: [...analysis.events, event('returned', because.trim(), facts)] });
}

function decidingProblem({ state }: Analysis, { mayApprove }: AnalysisFacts): string | null {
  if (state === 'approved') return 'It is approved already.';
  if (state !== 'submitted') return 'It was not submitted yet.';
  return mayApprove ? null : 'This needs somebody who may lift the holds of releases.';
}

function event(act: AnalysisEvent['act'], because: string | null, { now: at, who, known }: AnalysisFacts): AnalysisEvent {
  return { act, at, who, because, known };
}

function changed(analysis: Analysis, parts: Partial<Analysis>): AnalysisOutcome {
  return { kind: 'done', analysis: { ...analysis, ...parts, revision: analysis.revision + 1 } };
}
