export { appendEntry, countEntries, ledgerHead } from './ledger-store';
export { pseudonymOf } from './people';
