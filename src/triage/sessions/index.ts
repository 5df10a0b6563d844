export { blindView } from './blind';
export { inQueueOrder } from './queue';
export { disagree, roles } from './rating';
export type { Rating, Role, Vote } from './rating';
export { allHaveVoted, inSession, itemStates, leftOpen, nextOf, onBoard, openSession } from './session';
export type { Session, SessionAct, SessionItem } from './session';
