export { Masker } from './mask';
export type { Masked, MaskCounts } from './mask';
export { patternProblem } from './national-ids';
export { defaultMaskingRules, defaultMaskingSettings, rulesFor } from './rules';
export type { MaskingRules, MaskingSettings } from './rules';
export type { Finding, MaskKind } from './scan';
export { StreamMasker } from './stream';
