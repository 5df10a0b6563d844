export { firstAvailable } from './candidates';
export type { OwnedDefect } from './candidates';
export type { OwnershipConfig, OwnershipSettings, Person, Rota } from './config';
export { defaultOwnership } from './defaults';
export { digestsDue } from './digest';
export { escalationOf, peopleAtExpiry, type Escalation, type EscalationStep, type WaitingDefect } from './escalation';
export { ownerOf } from './owner';
export { questionState } from './question';
