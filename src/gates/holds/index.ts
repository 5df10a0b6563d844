export { holdActs, holdCauses, holdTitle, standingIn } from './hold';
export type { Hold, HoldEvent } from './hold';
export { liftHold, placeHold } from './machine';
