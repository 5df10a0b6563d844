export { dueAt } from './sla';
export type { SlaTargetDays } from './sla';
export { canonical, entryHash, firstHash, verifyChain } from './ledger';
export type { ChainCheck, LedgerEntry, LedgerFact } from './ledger';
