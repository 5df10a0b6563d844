export { deployedState, fieldState, refusalOf, verifiedState } from './allowed';
export type { NeedState } from './allowed';
export { emptyTransitionMap, moveCauses, movesOf, needsOf } from './map';
export type { AutoMove, Need, NeededField, TransitionMap } from './map';
export { beginMove, endMove, mostTries, moveStates, triesOf } from './moves';
export type { DefectMove } from './moves';
export { mapProblems, unreachable } from './problems';
export type { MapProblem, ProjectWays } from './problems';
