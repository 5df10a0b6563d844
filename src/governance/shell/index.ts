export {
  analysesToEnter,
  analysisOf,
  analysisStatesOf,
  analysisStepsOf,
  noteAnalysisEntered,
  purgeAnalyses,
  storeAnalysis,
} from './analysis-store';
export type { StoredAnalysis } from './analysis-store';
export { accessesOf, forgetAccessesBefore, noteAccess } from './access-log';
export type { NotedAccess } from './access-log';
export { appendEntry, entriesAfter, entriesOfKind, evidenceSizes, findEntries, ledgerHead, withEvidence } from './ledger-store';
export type { NewFact } from './ledger-store';
export { forgetPerson, peopleBehind, peopleKnown, pseudonymOf } from './people';
