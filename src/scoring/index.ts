export { changesWith } from './change';
export { defaultScoringPolicy } from './defaults';
export { formulaNamed, newestFormula } from './formulas';
export { exposuresOf, inputsOf } from './gather';
export { earlyDays, earlyInputs, earlyMoment } from './hindsight';
export type { ScoreInputs } from './inputs';
export { rescored } from './rescore';
export { termNames } from './score';
export type { ScoringPolicy } from './score';
