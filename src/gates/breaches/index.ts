export { breachActs } from './breach';
export type { Breach, BreachEvent } from './breach';
export { acknowledge, breached, followed, isTakenBack, isTold, takeBack } from './machine';
