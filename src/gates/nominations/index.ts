export { decideNomination, nominate } from './machine';
export { nominationStates } from './nomination';
export type { Nomination } from './nomination';
