export { appendEntry, countEntries, entriesAfter, entryByKey, ledgerHead } from './ledger-store';
export { pseudonymOf } from './people';
