export { checkKey, checkOnRecord, checkStanding, checkStates, evidenceForms, lastSaid } from './check';
export type { Check, CheckSaid, CheckStanding, EvidenceForm } from './check';
export { confirmCheck, withdrawCheck } from './machine';
export type { Authorship } from './machine';
