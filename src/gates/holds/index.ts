export { holdActs, holdCauses, holdTitle, standingIn } from './hold';
export type { Hold, HoldEvent, StoppedLine } from './hold';
export { holdTold, liftHold, placeHold } from './machine';
