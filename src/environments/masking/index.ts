export { Masker } from './mask';
export { patternProblem } from './national-ids';
export { defaultMaskingRules, defaultMaskingSettings, rulesFor } from './rules';
export type { MaskingRules, MaskingSettings } from './rules';
export { StreamMasker } from './stream';
