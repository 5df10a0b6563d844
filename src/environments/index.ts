export { factId, factKinds, newestOf, newnessOf } from './fact';
export type { Fact, FactKind } from './fact';
export { stageOf } from './stage';
export { defaultCommitRules, keysIn, problemsOfRules } from './commits';
export type { CommitRules } from './commits';
export { defaultMaskingRules, defaultMaskingSettings, Masker, patternProblem, rulesFor, StreamMasker } from './masking';
export type { Finding, Masked, MaskCounts, MaskingRules, MaskingSettings, MaskKind } from './masking';
