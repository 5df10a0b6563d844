export * from './calendar';
export { firstHash, siteChain, verifyChain } from './ledger';
export type { LedgerEntry } from './ledger';
export { dueAt } from './sla';
export type { SlaTargetDays } from './sla';
