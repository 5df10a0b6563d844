export { firstHash, siteChain, verifyChain } from './ledger';
export type { ChainPlace, LedgerActor, LedgerEntry } from './ledger';
export { dueAt } from './sla';
export type { SlaTargetDays } from './sla';
