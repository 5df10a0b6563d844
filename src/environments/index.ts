export { factId, factKinds, newestOf, newnessOf } from './fact';
export type { Fact, FactKind } from './fact';
export { stageOf } from './stage';
export { defaultCommitRules, keysIn } from './commits';
export type { CommitRules } from './commits';
export { defaultMaskingSettings, rulesFor } from './masking/rules';
export type { MaskingRules, MaskingSettings } from './masking/rules';
