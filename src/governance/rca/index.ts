export { analysisStates, analysisSteps, emptyAnalysis } from './analysis';
export type { Analysis, AnalysisEvent, AnalysisState, KnownEscapes } from './analysis';
export { decideAnalysis } from './machine';
export type { AnalysisCommand } from './machine';
export type { AnalysisProblem } from './problems';
