export { decideOverride, overrideOf, overrideProblems, settleOverride } from './machine';
export type { OverrideCommand, OverrideProblem, OverrideWish } from './machine';
export { overrideRationaleProblems } from './rationale';
export { isCoverable, isPassable, overrideActs, overrideStateAt, overrideStates } from './override';
export type { Override, OverrideEvent } from './override';
export { defaultOverridePolicy } from './policy';
export type { OverridePolicy } from './policy';
export { overrideReport } from './report';
