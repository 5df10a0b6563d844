export * from './calendar';
export { firstHash, siteChain, verifyChain } from './ledger';
export type { LedgerEntry } from './ledger';
export * from './rca';
export { dueAt } from './sla';
export type { SlaTargetDays } from './sla';
